#include "case.h"

double run(void)
{
	double f[2], x, y;
	f[0] = x = y = read_a();
	f[1] = y + (x = read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
