// What a recursion points to would change from round to round: it is kept, not given up.
#include "case.h"

struct node {
	double a, b;
	struct node *l, *r;
};

static struct node *gp;

static double take(struct node *t)
{
	if (!t)
		return 0;
	gp = t;
	t->l = 0;
	return t->b;
}

static double walk(struct node *t)
{
	t->a = take(t->r);
	if (t->l)
		t->b = walk(t->r) - t->l->a;
	return t->b;
}

double run(void)
{
	struct node m2 = { 0, 0, 0, 0 };
	struct node m1 = { 0, read_d(), 0, &m2 };
	struct node m0 = { 0, 0, &m1, &m1 };
	double f[1];
	walk(&m2);
	take(&m2);
	walk(&m0);
	gp = 0;
	f[0] = m0.a;
	return predict(f, 1);
}
// edge: signal:d -> feature:run.f[0] data
