#include "case.h"

static double total(const double *v, int count)
{
	return count ? v[0] + total(v + 1, count - 1) : 0;
}

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	f[0] = total(v, 3);
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
