// A recursion that goes left and right: what a record on the left has on its right is found where another had nothing.
#include "case.h"

struct node {
	double own;
	const struct node *left, *right;
};

static double sum(const struct node *t)
{
	return t ? t->own + sum(t->left) + sum(t->right) : 0;
}

double run(void)
{
	struct node n9 = { read_d(), 0, 0 }, n8 = { 8, &n9, 0 }, n7 = { read_c(), 0, &n8 }, n6 = { 6, &n7, 0 }, n5 = { 5, 0, &n6 },
		n4 = { read_b(), &n5, 0 }, n3 = { 3, 0, &n4 }, n2 = { 2, &n3, 0 }, n1 = { read_a(), 0, &n2 };
	double f[1];
	f[0] = sum(&n1);
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
