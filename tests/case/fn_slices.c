#include "case.h"

static void fill(double *to, double x)
{
	to[0] = x;
	to[1] = x * x;
}

double run(void)
{
	double f[4];
	fill(f, read_a());
	fill(f + 2, read_b());
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
