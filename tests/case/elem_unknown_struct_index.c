#include "case.h"

double run(void)
{
	struct pair v[4] = { { 0, 0 } };
	double f[2];
	int k = read_i() & 3;
	v[k].x = read_a();
	v[k].y = read_b();
	f[0] = v[k].x;
	f[1] = v[k].y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
