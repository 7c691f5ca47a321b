#include "case.h"

double run(void)
{
	double f[2], t;
	t = read_a();
	f[0] = t;
	t = read_b();
	f[1] = t;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
