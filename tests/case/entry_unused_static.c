// Nothing calls it: it never runs.
#include "case.h"

__attribute__((unused)) static double old(void)
{
	double g[1];
	g[0] = read_b();
	return predict(g, 1);
}

double run(void)
{
	double f[1];
	f[0] = read_a();
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:old.g[0]
