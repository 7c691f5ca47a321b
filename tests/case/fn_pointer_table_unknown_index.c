#include "case.h"

static double first(double x, double y) { (void)y; return x; }
static double second(double x, double y) { (void)x; return y; }
static double (*const table[])(double, double) = { first, second };

double run(void)
{
	double f[2];
	f[0] = table[read_i() & 1](read_a(), read_b());
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
