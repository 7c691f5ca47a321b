#include "case.h"

double run(void)
{
	struct pair p = { read_a(), read_b() }, q = { read_c(), 1 };
	double f[2];
	p = q;
	f[0] = p.x;
	f[1] = p.y;
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[1]
