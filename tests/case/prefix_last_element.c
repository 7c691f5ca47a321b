/* The last of n elements is one of those that were filled, however many there are; one behind it is not. A pointer that goes to
   the place n elements on counts as an index does. */
#include "case.h"

static double last(const double *x, int n)
{
	return x[n - 1];
}

static void fill(double *x, int n, double value)
{
	const double *end = x + n;
	while (x != end)
		*x++ = value;
}

static double sum(const double *x, int n)
{
	double all = 0;
	for (const double *end = x + n; x < end; x++)
		all += *x;
	return all;
}

double ends(int n)
{
	double x[64] = { 0 }, f[4];
	fill(x, n, read_a());
	f[0] = sum(x, n);
	fill(x, n, read_b());
	f[1] = sum(x, n);
	f[2] = sum(x, 64);
	fill(x + 1, n - 1, read_c());
	f[3] = sum(x + 1, n - 1);
	return predict(f, 4);
}

double run(int n)
{
	double x[64] = { 0 }, f[4];
	for (int i = 0; i < n; i++)
		x[i] = read_a();
	f[0] = last(x, n);
	for (int i = 0; i < n; i++)
		x[i] = read_b();
	f[1] = last(x, n);
	f[2] = x[n - 2] + x[n - 1];
	for (int i = 0; i < n - 1; i++)
		x[i] = read_c();
	f[3] = x[n - 1];
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:b -> feature:run.f[3] data
// edge: signal:a -> feature:ends.f[0] data
// no-edge: signal:b -> feature:ends.f[0]
// edge: signal:b -> feature:ends.f[1] data
// no-edge: signal:a -> feature:ends.f[1]
// edge: signal:a -> feature:ends.f[2] data
// edge: signal:c -> feature:ends.f[3] data
