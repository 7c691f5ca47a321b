#include "case.h"

double run(void)
{
	double v[2][2], f[2];
	v[0][1] = read_a();
	v[1][0] = read_b();
	f[0] = v[1][0];
	f[1] = v[0][1];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
