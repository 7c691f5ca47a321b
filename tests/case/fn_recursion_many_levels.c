// A recursion that counts further than its levels are kept apart: joined, and nothing is missed.
#include "case.h"

static double total(const double *v, int n)
{
	if (n == 0)
		return 0;
	return v[0] + total(v + 1, n - 1);
}

double run(void)
{
	double v[40] = { 0 }, f[2];
	v[0] = read_a();
	v[21] = read_b();
	v[39] = read_c();
	f[0] = total(v, 40);
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
