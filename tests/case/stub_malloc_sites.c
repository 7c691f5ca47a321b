// One helper allocates both vectors; each call makes another object.
#include "case.h"
#include <stdlib.h>

static double *vector_new(int count)
{
	return malloc(count * sizeof(double));
}

double run(void)
{
	double *x = vector_new(1), *y = vector_new(1), f[2];
	x[0] = read_a();
	y[0] = read_b();
	f[0] = x[0];
	f[1] = y[0];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
