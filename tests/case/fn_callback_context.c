#include "case.h"

static void each(const double *v, int count, void (*visit)(void *, double), void *context)
{
	for (int k = 0; k < count; k++)
		visit(context, v[k]);
}

static void add(void *context, double x)
{
	struct pair *sums = context;
	sums->x += x;
	sums->y += 1;
}

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[2];
	struct pair sums = { 0 };
	each(v, 2, add, &sums);
	f[0] = sums.x;
	f[1] = sums.y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
