#include "case.h"

struct link { int x; };
struct node {
	double value;
	struct link link;
	double other, row[3];
};

/* The record around a member, by the member's address in a record at nothing. */
static void callback(struct link *l, double *out)
{
	struct node *n = (struct node *)((char *)l - (unsigned long)&((struct node *)0)->link);
	out[0] = n->value;
	n->other = read_b();
}

static double last_of(double *row)
{
	struct node *n = (struct node *)((char *)row - (long)&((struct node *)0)->row[1]);
	return n->row[2];
}

double run(void)
{
	double f[3] = { 0 };
	struct node n;
	n.value = read_a();
	n.row[2] = read_c();
	callback(&n.link, f);
	f[1] = n.other;
	f[2] = last_of(&n.row[1]);
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
