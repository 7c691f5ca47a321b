/* A matrix in static memory is filled twice, by nested loops with more rounds than are unrolled. */
#include "case.h"

static double m[12][12];

static double corner(double x)
{
	for (int r = 0; r < 12; r++)
		for (int s = 0; s < 12; s++)
			m[r][s] = x * r + s;
	return m[3][7];
}

void run(void)
{
	double f[2];

	f[0] = corner(read_a());
	f[1] = corner(read_b());
	predict(f, 2);
}
// known-bug: nested loops that fill all rows of a matrix are not known to leave nothing old in it
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
