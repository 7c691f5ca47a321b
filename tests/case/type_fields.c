#include "case.h"

double run(void)
{
	struct pair p;
	double f[2];
	p.x = read_a();
	p.y = read_b();
	f[0] = p.y;
	f[1] = p.x;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
