#include "case.h"

static double largest(const double *lo, const double *hi)
{
	if (hi - lo == 1)
		return *lo;
	const double *middle = lo + (hi - lo) / 2;
	double l = largest(lo, middle), r = largest(middle, hi);
	return l > r ? l : r;
}

double run(void)
{
	double v[4] = { read_a(), read_b(), read_c(), read_d() }, f[2];
	f[0] = largest(v, v + 3);
	f[1] = largest(v + 3, v + 4);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// edge: signal:d -> feature:run.f[1] data
