#include "case.h"

static void accumulate(double *to)
{
	to[0] += read_b();
	to[1] = read_c();
}

double run(void)
{
	double f[2] = { read_a(), read_d() };
	accumulate(f);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:d -> feature:run.f[1]
