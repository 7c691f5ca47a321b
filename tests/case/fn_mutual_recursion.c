#include "case.h"

static double odd(double x, int n);

static double even(double x, int n)
{
	return n > 0 ? odd(x + 1, n - 1) : x;
}

static double odd(double x, int n)
{
	return n > 0 ? even(x - 1, n - 1) : -x;
}

double run(void)
{
	double f[2];
	f[0] = even(read_a(), read_i());
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
