/* An object whose function calls the function of another object, of the same kind or not. */
#include "case.h"

#include <stddef.h>

struct node { double (*eval)(const struct node *n); double v; const struct node *inner; };

static double leaf(const struct node *n)
{
	return n->v;
}

static double negated(const struct node *n)
{
	return -n->inner->eval(n->inner);
}

void run(void)
{
	struct node a = { leaf, read_a(), NULL }, x = { negated, 0, &a }, y = { negated, 0, &x };
	double f[2];

	f[0] = y.eval(&y);
	f[1] = read_b();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[1]
