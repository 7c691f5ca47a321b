/* An array that is filled anew in two parts, where the lengths are numbers that only the run knows: nothing of what was there
   is left, unless there is a gap. */
#include "case.h"

static double sum(const double *v, int n)
{
	double all = 0;
	for (int i = 0; i < n; i++)
		all += v[i];
	return all;
}

void two_loops(void)
{
	static double x[64];
	for (int i = 0; i < 64; i++)
		x[i] = read_c();
	int n = read_i(), m = read_i();
	for (int i = 0; i < n; i++)
		x[i] = read_a();
	for (int i = 0; i < m; i++)
		x[n + i] = read_b();
	double f[2] = { sum(x, n + m), sum(x, n) };
	predict(f, 2);
}

void rest(void)
{
	static double x[64];
	for (int i = 0; i < 64; i++)
		x[i] = read_c();
	int n = read_i(), m = read_i(), k = 2 * n - m;
	for (int i = 0; i < k; i++)
		x[i] = read_a();
	for (int i = 0; i < m; i++)
		x[k + i] = read_b();
	double f[1] = { sum(x, 2 * n) };
	predict(f, 1);
}

void copies(void)
{
	static double x[64], y[64], z[64];
	for (int i = 0; i < 64; i++) {
		x[i] = read_c();
		y[i] = read_a();
		z[i] = read_b();
	}
	int n = read_i(), m = read_i();
	memcpy(x, y, n * sizeof *x);
	memcpy(x + n, z, m * sizeof *x);
	x[n + m] = read_a();
	double f[1] = { sum(x, n + m + 1) };
	predict(f, 1);
}

void gap(void)
{
	static double x[64];
	for (int i = 0; i < 64; i++)
		x[i] = read_c();
	int n = read_i(), m = read_i();
	for (int i = 0; i < n; i++)
		x[i] = read_a();
	for (int i = 0; i < m; i++)
		x[n + 1 + i] = read_b();
	double f[1] = { sum(x, n + m + 1) };
	predict(f, 1);
}

void padded(void)
{
	static double x[64];
	for (int i = 0; i < 64; i++)
		x[i] = read_c();
	int n = read_i(), m = read_i(), i;
	for (i = 0; i < n; i++)
		x[i] = read_a();
	for (; i < m; i++)
		x[i] = 0;
	double f[1] = { sum(x, m) };
	predict(f, 1);
}

int main(void)
{
	padded();
	two_loops();
	rest();
	copies();
	gap();
	return 0;
}
// edge: signal:a -> feature:two_loops.f[0] data
// edge: signal:b -> feature:two_loops.f[0] data
// no-edge: signal:c -> feature:two_loops.f[0]
// edge: signal:i -> feature:two_loops.f[0]
// edge: signal:a -> feature:two_loops.f[1] data
// no-edge: signal:c -> feature:two_loops.f[1]
// edge: signal:a -> feature:rest.f[0] data
// edge: signal:b -> feature:rest.f[0] data
// no-edge: signal:c -> feature:rest.f[0]
// edge: signal:a -> feature:copies.f[0] data
// edge: signal:b -> feature:copies.f[0] data
// no-edge: signal:c -> feature:copies.f[0]
// edge: signal:a -> feature:gap.f[0] data
// edge: signal:b -> feature:gap.f[0] data
// edge: signal:c -> feature:gap.f[0] data
// edge: signal:a -> feature:padded.f[0] data
// no-edge: signal:c -> feature:padded.f[0]
