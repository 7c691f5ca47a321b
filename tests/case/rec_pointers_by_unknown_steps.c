#include "case.h"

/* How far apart the two are is another at each level, and not known. */
static void add(double *at, double *end, double x, int step)
{
	if (at >= end)
		return;
	*at += x;
	add(at + step, end, x, step);
}

double run(void)
{
	double f[4] = { 0 };
	add(f, f + 4, read_a(), read_i() + 1);
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[3] data
