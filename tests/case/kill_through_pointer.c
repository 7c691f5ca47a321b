#include "case.h"

double run(void)
{
	double f[1], x = read_a(), *p = &x;
	*p = read_b();
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
