#include "case.h"

static double twice(double x)
{
	return 2 * x;
}

double run(void)
{
	double (*change)(double) = twice;
	double (*source)(void) = read_b;
	double f[2];
	f[0] = change(read_a());
	f[1] = source();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// unresolved: 0
