#include "case.h"

static double apply(double (*change)(double), double x)
{
	return change(x);
}

static double same(double x) { return x; }
static double none(double x) { (void)x; return 1; }

double run(void)
{
	double f[2];
	f[0] = apply(same, read_a());
	f[1] = apply(none, read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
