#include "case.h"

double run(void)
{
	union { struct pair p; double v[2]; } u;
	double f[2];
	u.p.x = read_a();
	u.p.y = read_b();
	f[0] = u.v[0];
	f[1] = u.v[1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
