#include "case.h"

static double sum(const double *v, unsigned n)
{
	double s = 0;
	for (unsigned k = n - 1; k < n; k--)
		s += v[k];
	return s;
}

static double sum_of_size(const double *v, unsigned long n)
{
	double s = 0;
	for (unsigned long k = n; --k < n;)
		s += v[k];
	return s;
}

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[3];
	f[0] = sum(v, 2);
	f[1] = sum_of_size(v + 2, 1);
	f[2] = read_d();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:d -> feature:run.f[2] data
