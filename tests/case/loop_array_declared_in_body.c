/* An array that is declared in the body of a loop is a new one in each iteration, however much of it is written. */
#include "case.h"

static void put(double *e, int n, double v)
{
	for (int i = 0; i < n; i++)
		e[i] = v * i;
}

static void add(double *e, int n, double v)
{
	for (int i = 0; i < n; i++)
		e[i] += v;
}

void run(void)
{
	int n = 4 + (read_i() & 3);

	while (read_j()) {
		double e[8], f[2];
		put(e, n, read_a());
		f[0] = e[2];
		add(e, n, read_b());
		f[1] = e[2];
		predict(f, 2);
	}
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
