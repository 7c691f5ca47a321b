#include "case.h"
#include <stdlib.h>

double run(void)
{
	double *v = calloc(4, sizeof *v), f[3];
	v[0] = read_a();
	v[2] = read_b();
	f[0] = v[0];
	f[1] = v[2];
	f[2] = v[3];
	free(v);
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[2]
