#include "case.h"

struct node { char op; double value; struct node *left, *right; };

static struct node nodes[4];

static double eval(const struct node *n);

static double add(const struct node *n)
{
	return eval(n->left) + eval(n->right);
}

static double eval(const struct node *n)
{
	return n->op == 'n' ? n->value : add(n);
}

double run(void)
{
	nodes[0] = (struct node){ 'n', read_a(), 0, 0 };
	nodes[1] = (struct node){ 'n', read_b(), 0, 0 };
	nodes[2] = (struct node){ '+', 0, &nodes[0], &nodes[1] };
	nodes[3] = (struct node){ '+', 0, &nodes[2], &nodes[2] };
	double f[1] = { eval(&nodes[3]) };
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
