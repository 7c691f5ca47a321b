#include "case.h"

double run(void)
{
	double f[2], x = read_a();
	x += read_b();
	x *= 2;
	f[0] = x;
	f[1] = 1;
	f[1] -= read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
