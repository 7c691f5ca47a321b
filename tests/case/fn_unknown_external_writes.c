// mystery may write what it is given without const, and cannot write the rest.
#include "case.h"

void mystery(double *to, const double *from);

double run(void)
{
	double f[2], x = read_a(), y = read_b();
	mystery(&x, &y);
	f[0] = x;
	f[1] = y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
