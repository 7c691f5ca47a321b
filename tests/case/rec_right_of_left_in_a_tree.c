#include "case.h"

struct node { double value; struct node *left, *right; };

static double sum(const struct node *n)
{
	return n ? n->value + sum(n->left) + sum(n->right) : 0;
}

double run(void)
{
	struct node c = { read_c(), 0, 0 }, b = { read_b(), 0, &c }, a = { read_a(), &b, 0 };
	double f[1] = { sum(&a) };
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
