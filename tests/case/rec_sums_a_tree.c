/* A recursion over a tree of three levels. */
#include "case.h"

#include <stddef.h>

struct tree { double v; const struct tree *left, *right; };

static double sum(const struct tree *t)
{
	if (!t)
		return 0;
	double low = sum(t->left), high = sum(t->right);
	return low + high + t->v;
}

void run(void)
{
	struct tree a = { read_a(), NULL, NULL }, b = { read_b(), &a, NULL }, c = { read_c(), NULL, NULL };
	struct tree root = { read_d(), &b, &c };
	double f[1];

	f[0] = sum(&root);
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[0]
// edge: signal:d -> feature:run.f[0]
