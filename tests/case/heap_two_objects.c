#include "case.h"
#include <stdlib.h>

double run(void)
{
	double *p = malloc(sizeof *p), *q = malloc(sizeof *q), f[2];
	*p = read_a();
	*q = read_b();
	f[0] = *p;
	f[1] = *q;
	free(p);
	free(q);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
