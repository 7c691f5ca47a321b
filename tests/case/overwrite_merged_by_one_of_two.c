/* An array with so many places that are not known that they count as one, of which a callee, one of two, overwrites a known
   element and then writes somewhere: what either wrote is there, and what was there before. */
#include "case.h"

static void set_a(double *w, int n)
{
	w[130] = 0;
	w[n + 7] = read_a();
}

static void set_b(double *w, int n)
{
	w[130] = 0;
	w[n + 7] = read_b();
}

void run(void)
{
	static double w[512];
	static void (*const ways[])(double *, int) = { set_a, set_b };
	int n = 100 + (read_i() & 63);
	double f[2];

	for (int j = 0; j < 60; j++)
		w[n - j] = read_c();
	for (int j = 1; j < 60; j++)
		w[n + j] = read_c();
	for (int j = 0; j < 60; j++)
		w[2 * n - j] = read_d();
	ways[read_j() & 1](w, n);
	f[0] = w[n + 7];
	f[1] = w[130];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
