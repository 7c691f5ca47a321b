#include "case.h"

double run(void)
{
	struct pair v[2];
	double f[2];
	v[0].x = read_a();
	v[1].x = read_b();
	v[1].y = read_c();
	f[0] = v[1].x;
	f[1] = v[0].x;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
