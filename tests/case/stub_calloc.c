#include "case.h"
#include <stdlib.h>

double run(void)
{
	double *x = calloc(2, sizeof *x), f[2];
	x[1] = read_a();
	f[0] = x[0];
	f[1] = x[1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
