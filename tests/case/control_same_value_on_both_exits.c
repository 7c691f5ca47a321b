/* A branch between two ways that leave the same value decides nothing about it. */
#include "case.h"

static double kept;

static int step(double x)
{
	if (read_i() < 0)
		return -1;
	kept = x;
	for (int k = 0; k < read_j(); k++)
		if (read_b() < 0)
			return -2;
	return 0;
}

double run(void)
{
	double f[2];
	f[1] = step(read_a());
	f[0] = kept;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] control
