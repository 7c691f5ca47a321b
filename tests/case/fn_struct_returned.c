#include "case.h"

static struct pair make(double x, double y)
{
	struct pair p = { .y = x, .x = y };
	return p;
}

double run(void)
{
	struct pair p = make(read_a(), read_b());
	double f[2];
	f[0] = p.x;
	f[1] = make(read_c(), read_d()).y;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:d -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[1]
