#include "case.h"

static double first(double x, double y)
{
	y = y + 1;
	return x;
}

double run(void)
{
	double f[1];
	f[0] = first(read_a(), read_b());
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
