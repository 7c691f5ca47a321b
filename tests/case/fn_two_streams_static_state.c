// One static accumulator behind both calls: they do mix, and over time.
#include "case.h"

static double smooth(double x)
{
	static double state;
	state = 0.9 * state + x;
	return state;
}

double run(void)
{
	double f[2];
	f[0] = smooth(read_a());
	f[1] = smooth(read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[0] data state
