#include "case.h"

static void change(double x)
{
	x = read_b();
	(void)x;
}

double run(void)
{
	double f[1], x = read_a();
	change(x);
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
