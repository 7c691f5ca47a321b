#include "case.h"

static void swap(double *x, double *y)
{
	double t = *x;
	*x = *y;
	*y = t;
}

double run(void)
{
	double f[2] = { read_a(), read_b() };
	swap(&f[0], &f[1]);
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
