// Two entry points read the same tables, which nothing but their initial values is ever in: the second one is not looked at.
#include "case.h"

struct table { int count; double weights[3]; };

static struct table shared = { 3, { 0.5, 0.25, 0.125 } };

static double weighted(const struct table *t, double x)
{
	double sum = 0;

	for (int i = 0; i < t->count; i++)
		sum += t->weights[i] * x * shared.weights[i];
	return sum;
}

double run(const struct table *t)
{
	double f[1] = { weighted(t, read_a()) };

	return predict(f, 1);
}

void other(const struct table *t, void (*unknown)(double))
{
	unknown(weighted(t, shared.count));
}
// edge: signal:a -> feature:run.f[0] data
// unresolved: 0
