#include "case.h"

double run(void)
{
	struct pair p = { read_c(), read_c() };
	double f[2];
	p = (struct pair){ .y = read_a(), .x = read_b() };
	f[0] = p.x;
	f[1] = p.y;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
