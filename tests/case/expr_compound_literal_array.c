#include "case.h"

double run(void)
{
	double *v = (double[2]){ read_a(), read_b() };
	double f[2];
	f[0] = v[1];
	f[1] = v[0];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
