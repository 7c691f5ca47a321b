// Two entry points read the same tables, which nothing but their initial values is ever in: the second one is not looked at.
#include "case.h"

struct table { int count; const double *weights; };

static const double weights[3] = { 0.5, 0.25, 0.125 };
static struct table shared = { 3, weights };

static double weighted(const struct table *t, double x)
{
	double sum = 0;

	for (int i = 0; i < t->count; i++)
		sum += t->weights[i] * x;
	return sum;
}

double run(const struct table *t)
{
	double f[2] = { weighted(&shared, read_a()), weighted(t, read_b()) };

	return predict(f, 2);
}

void other(const struct table *t, void (*unknown)(double))
{
	unknown(weighted(&shared, t->weights[0]));
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// unresolved: 0
