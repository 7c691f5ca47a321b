#include "case.h"

static double smooth(double x, double y)
{
	return 0.5 * (x + y);
}

double run(void)
{
	double f[2];
	f[0] = smooth(read_a(), read_b());
	f[1] = smooth(read_c(), read_d());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
