#include "case.h"
#include <stdlib.h>

double run(void)
{
	double *v = malloc(sizeof *v), f[2];
	v[0] = read_a();
	v = realloc(v, 2 * sizeof *v);
	v[1] = read_b();
	f[0] = v[0];
	f[1] = read_c();
	free(v);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
