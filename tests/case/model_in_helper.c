#include "case.h"

static double evaluate(const double *v, int count)
{
	return predict(v, count);
}

double run(void)
{
	double f[2];
	f[0] = read_a();
	f[1] = read_b();
	return evaluate(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: feature:run.f[0] -> model:m data
// no-edge: signal:b -> feature:run.f[0]
