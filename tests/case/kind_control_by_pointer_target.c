#include "case.h"

double run(void)
{
	double x = read_a(), y = read_b(), f[1];
	const double *p = read_i() ? &x : &y;
	f[0] = *p;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[0] data
