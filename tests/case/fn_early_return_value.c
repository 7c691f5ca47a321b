#include "case.h"

static double clip(double x, double low)
{
	if (x < low)
		return low;
	return x;
}

static double sign(double x)
{
	if (x < 0)
		return -1;
	return 1;
}

double run(void)
{
	double f[2];
	f[0] = clip(read_a(), read_b());
	f[1] = sign(read_c());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] control
// no-edge: signal:c -> feature:run.f[0]
