#include "case.h"

static void split(double x, double y, double *sum, double *first)
{
	*sum = x + y;
	*first = x;
}

double run(void)
{
	double f[2];
	split(read_a(), read_b(), &f[0], &f[1]);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
