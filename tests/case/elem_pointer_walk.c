#include "case.h"

double run(void)
{
	double f[3], *p = f;
	*p++ = read_a();
	*p++ = read_b();
	*p = read_c();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
