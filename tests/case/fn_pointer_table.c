#include "case.h"

static double first(double x, double y) { (void)y; return x; }
static double second(double x, double y) { (void)x; return y; }
static double (*const table[])(double, double) = { first, second };

double run(void)
{
	double a = read_a(), b = read_b(), f[2];
	f[0] = table[0](a, b);
	f[1] = table[1](a, b);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
