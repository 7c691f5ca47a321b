// A recursive function walks over an array, twice over different parts of it.
#include "case.h"

static double total(const double *v, int n)
{
	if (n == 0)
		return 0;
	return v[0] + total(v + 1, n - 1);
}

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	f[0] = total(v, 2);
	f[1] = total(v + 2, 1);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
