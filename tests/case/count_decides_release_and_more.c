// A count of holders that says whether an object is shared, too: to let go of it changes more than what is freed.
#include "case.h"
#include <stdlib.h>

struct node {
	int holders;
	double value;
	struct node *next;
};

static struct node *make(double value, struct node *next)
{
	struct node *n = calloc(1, sizeof *n);

	n->holders = 1;
	n->value = value;
	n->next = next;
	return n;
}

static void let_go(struct node *n)
{
	if (!n || --n->holders > 0)
		return;
	let_go(n->next);
	free(n);
}

double run(void)
{
	struct node *n = make(read_a(), make(read_b(), NULL));
	double f[2];

	n->holders++;
	if (read_i() > 3)
		let_go(n);
	f[0] = n->holders > 1 ? read_c() : read_d();
	f[1] = n->value;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[1]
