#include "case.h"

double run(void)
{
	double x = 0, y = read_b(), *p = &x, **pp = &p, f[2];
	**pp = read_a();
	*pp = &y;
	f[0] = x;
	f[1] = *p;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
