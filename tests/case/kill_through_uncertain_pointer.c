#include "case.h"

double run(void)
{
	double f[2], x = read_a(), y = read_c(), *p = read_i() ? &x : &y;
	*p = read_b();
	f[0] = x;
	f[1] = y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
