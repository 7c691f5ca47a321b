/* Lengths that are sums of others: the same number, however it is put. Each array is filled anew before it is read. */
#include "case.h"

static double sum(const double *v, int n)
{
	double all = 0;

	for (int i = 0; i < n; i++)
		all += v[i];
	return all;
}

int main(void)
{
	static double x[64], y[64], z[64];

	for (int i = 0; i < 64; i++)
		x[i] = y[i] = z[i] = read_c();
	int n = read_i(), m = read_i();
	for (int i = 0; i < n + m; i++)
		x[i] = read_a();
	for (int i = 0; i < 2 * n; i++)
		y[i] = read_a();
	memset(z, 0, (m + n) * sizeof *z);
	int rest = 2 * n - m;
	double f[3] = { sum(x, m + n - 1), sum(y, rest + m), sum(z, n + m) };
	predict(f, 3);
	return 0;
}
// edge: signal:a -> feature:main.f[0] data
// no-edge: signal:c -> feature:main.f[0]
// edge: signal:i -> feature:main.f[0] control
// edge: signal:a -> feature:main.f[1] data
// no-edge: signal:c -> feature:main.f[1]
// no-edge: signal:a -> feature:main.f[2]
// no-edge: signal:c -> feature:main.f[2]
