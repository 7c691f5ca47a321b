#include "case.h"

double run(void)
{
	struct pair p = { read_a(), read_b() };
	double f[2];
	p.x = read_c();
	f[0] = p.x;
	f[1] = p.y;
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
