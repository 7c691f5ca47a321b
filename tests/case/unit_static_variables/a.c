#include "case.h"

static double memory;
double other(void);

double run(void)
{
	double f[2];
	memory = read_a();
	f[1] = other();
	f[0] = memory;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
