/* A loop that may write anywhere, also into a constant: what is constant stays so. */
#include "case.h"

static const double table[4] = { 1, 2, 3, 4 };
static double work[4];

static void fill(double *to, int n)
{
	for (int i = 0; i < n; i++)
		to[i] += read_b() + table[i & 3];
}

void run(void)
{
	double f[2];

	fill(read_i() ? work : (double *)table, read_j());
	f[0] = work[1];
	f[1] = table[1] + read_a();
	predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
