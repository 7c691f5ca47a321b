// A recursion changes the links that another goes along.
#include "case.h"

struct node { double a; struct node *l, *r; };

static struct node *f1(struct node *t, double *sum, struct node *q);

static struct node *f0(struct node *t, double *sum, struct node *q)
{
	if (!t)
		return 0;
	t->r = f1(t->r, sum, q);
	*sum += t->a;
	t->l = t->r;
	return t;
}

static struct node *f1(struct node *t, double *sum, struct node *q)
{
	if (!t)
		return 0;
	t->r = f1(t->l, sum, q);
	t->r = f0(t->l, sum, t);
	return t;
}

double run(void)
{
	struct node n2 = { read_d(), 0, 0 }, n0 = { 0, 0, &n2 };
	double f[1], sum = 0;
	f0(&n0, &sum, &n2);
	f1(&n0, &sum, &n2);
	f[0] = sum;
	return predict(f, 1);
}
// edge: signal:d -> feature:run.f[0] data
