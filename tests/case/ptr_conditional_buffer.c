#include "case.h"
#include <stddef.h>

static double get(const double *given)
{
	double fallback = read_b();
	const double *p = given ? given : &fallback;
	return *p;
}

double run(void)
{
	double a = read_a(), f[2];
	f[0] = get(&a);
	f[1] = get(NULL);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
