#include "case.h"

double run(void)
{
	double x, y, *v[2] = { &x, &y }, f[2];
	*v[0] = read_a();
	*v[1] = read_b();
	f[0] = y;
	f[1] = x;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
