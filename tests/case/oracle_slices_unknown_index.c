// One function writes at an unknown index into two slices of one array.
// known-bug: the second slice loses its offset, and the first one its index
#include "case.h"

static double f[6];

static void one_hot(double *to, int k)
{
	for (int i = 0; i < 3; i++)
		to[i] = 0;
	to[k % 3] = 1;
}

double run(void)
{
	one_hot(f, read_i());
	one_hot(&f[3], read_j());
	return predict(f, 6);
}
// edge: signal:i -> feature:f[0] index
// edge: signal:i -> feature:f[2] index
// edge: signal:j -> feature:f[3] index
// edge: signal:j -> feature:f[5] index
// no-edge: signal:i -> feature:f[3]
// no-edge: signal:j -> feature:f[2]
