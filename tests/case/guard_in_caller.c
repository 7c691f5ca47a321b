#include "case.h"

static double infer(double x)
{
	double f[1];
	f[0] = x;
	return predict(f, 1);
}

double run(void)
{
	if (read_i() > 0)
		return infer(read_a());
	return 0;
}
// edge: signal:a -> feature:infer.f[0] data
// no-edge: signal:i -> feature:infer.f[0]
