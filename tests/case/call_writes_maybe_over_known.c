/* A callee writes a known element, one of two, and the other of the two: the first may still be there. */
#include "case.h"

static void set(double *v, double x, int i)
{
	v[1] = x;
	v[1 + (i & 1)] = 7;
	v[2] = 8;
}

void run(void)
{
	double p[4] = { read_a(), 1, read_b(), 2 }, f[3];

	set(p, read_c(), read_i());
	f[0] = p[1];
	f[1] = p[0];
	f[2] = p[2];
	predict(f, 3);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[1]
