/* Two functions that call each other, called twice: what the first recursion found of a pair of records before it knew what
   it returns is not what the second call takes. */
#include "case.h"

struct node {
	double own;
	const struct node *left, *right;
};

static double odd(const struct node *t);

static double even(const struct node *t)
{
	return t ? t->own + odd(t->left) + odd(t->right) : 0;
}

static double odd(const struct node *t)
{
	return t ? 2 * t->own + even(t->right) + even(t->left) : 0;
}

double run(void)
{
	struct node n5 = { read_d(), 0, 0 }, n4 = { 4, 0, &n5 }, n3 = { read_c(), 0, &n4 }, n2 = { 2, 0, 0 }, n1 = { read_b(), &n3, &n2 },
		n0 = { read_a(), &n1, &n5 };
	double f[2];
	f[0] = even(&n1);
	f[1] = even(&n0);
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
