/* Behind pointers to numbers there are more numbers than one: so many as are copied. */
#include <string.h>
#include "case.h"

static double two[2], all[8];

static void copy_two(double *to, const double *from)
{
	memcpy(to, from, 2 * sizeof *to);
}

static void copy(double *to, const double *from, int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

void run(void)
{
	double f[4], in[2] = { read_a(), read_b() };

	copy_two(two, in);
	copy(all, in, read_j());
	f[0] = two[0];
	f[1] = two[1];
	f[2] = all[0];
	f[3] = all[1];
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
