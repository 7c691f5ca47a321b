#include "case.h"
#include <stddef.h>

double run(void)
{
	double f[1], a = read_a();
	double *p = read_i() ? &a : NULL;
	f[0] = p && *p > 1 ? 1 : 0;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:i -> feature:run.f[0] control
