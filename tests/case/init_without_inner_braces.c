#include "case.h"

double run(void)
{
	struct pair v[2] = { read_a(), read_b(), read_c(), read_d() };
	double f[2];
	f[0] = v[1].x;
	f[1] = v[0].y;
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
