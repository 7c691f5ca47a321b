#include "case.h"

double run(void)
{
	double f[3], *p = f + 2;
	p[-1] = read_a();
	p[0] = read_b();
	*(p - 2) = read_c();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[1]
