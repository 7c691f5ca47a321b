// A callee clears an array and then writes to an unknown element of it.
#include "case.h"

static void put(double *to, int k)
{
	to[0] = to[1] = 0;
	to[k & 1] = read_a();
}

double run(void)
{
	double f[2];
	put(f, read_i());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:i -> feature:run.f[1] index
