#include "case.h"

static void compute(double *to)
{
	to[0] = read_b();
	to[1] = to[0] + 1;
}

double run(void)
{
	double f[2] = { read_a(), read_a() };
	compute(f);
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
