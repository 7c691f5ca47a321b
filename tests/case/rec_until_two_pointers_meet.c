#include "case.h"

static double sum(const double *lo, const double *hi)
{
	return lo == hi ? 0 : *lo + sum(lo + 1, hi);
}

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	f[0] = sum(v, v + 2);
	f[1] = sum(v + 2, v + 3);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
