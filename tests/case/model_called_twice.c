#include "case.h"

double run(void)
{
	double f[1], g[1];
	f[0] = read_a();
	g[0] = read_b();
	return predict(f, 1) - predict(g, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.g[0] data
// edge: feature:run.f[0] -> model:m data
// edge: feature:run.g[0] -> model:m data
// no-edge: signal:a -> feature:run.g[0]
