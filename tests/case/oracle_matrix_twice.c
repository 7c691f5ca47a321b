/* Products of two matrices in static memory, computed twice, by nested loops with more rounds than are unrolled. */
#include "case.h"

static double a[12][12], b[12][12], c[12][12];

static void multiply(double x, double y, double *to)
{
	for (int r = 0; r < 12; r++)
		for (int s = 0; s < 12; s++) {
			a[r][s] = r == 3 ? x : 1;
			b[r][s] = s == 7 ? y : 2;
		}
	for (int r = 0; r < 12; r++)
		for (int s = 0; s < 12; s++) {
			c[r][s] = 0;
			for (int k = 0; k < 12; k++)
				c[r][s] += a[r][k] * b[k][s];
		}
	to[0] = c[3][7];
	to[1] = c[2][6];
}

void run(void)
{
	double f[4];

	multiply(read_a(), read_b(), f);
	multiply(read_c(), read_d(), f + 2);
	predict(f, 4);
}
// known-bug: rows that nested loops of many rounds fill again keep what they held before beside it
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[3]
