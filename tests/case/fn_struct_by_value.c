#include "case.h"

static double change(struct pair p)
{
	p.x = read_c();
	return p.y;
}

double run(void)
{
	struct pair p = { read_a(), read_b() };
	double f[2];
	f[0] = change(p);
	f[1] = p.x;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
