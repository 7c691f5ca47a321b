// Growing keeps the old elements apart.
#include "case.h"
#include <stdlib.h>

double run(void)
{
	double *x = malloc(2 * sizeof *x), f[2];
	x[0] = read_a();
	x[1] = read_b();
	x = realloc(x, 3 * sizeof *x);
	x[2] = read_c();
	f[0] = x[1];
	f[1] = x[2];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
