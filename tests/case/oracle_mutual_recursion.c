// Two functions that call each other return what the other one returns.
#include "case.h"

static double down(double x, double y, int n);

static double up(double x, double y, int n)
{
	return n <= 0 ? x : 1 + down(x, y, n - 1);
}

static double down(double x, double y, int n)
{
	return n <= 0 ? y : 2 + up(x, y, n - 1);
}

double run(void)
{
	double f[2];
	f[0] = up(read_a(), read_b(), 2);
	f[1] = down(read_c(), read_d(), read_i());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] control
// no-edge: signal:b -> feature:run.f[0]
