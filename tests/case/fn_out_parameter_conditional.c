#include "case.h"

static void get(double *to)
{
	if (read_i())
		*to = read_a();
}

double run(void)
{
	double f[1], x = read_b();
	get(&x);
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
