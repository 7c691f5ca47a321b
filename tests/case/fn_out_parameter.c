#include "case.h"

static void get(double *to, double *unused)
{
	(void)unused;
	*to = read_a();
}

double run(void)
{
	double f[2], x, y = read_b();
	get(&x, &y);
	f[0] = x;
	f[1] = y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
