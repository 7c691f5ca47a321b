#include "case.h"

double run(void)
{
	static double last;
	double f[2];
	f[0] = last;
	f[1] = read_b();
	last = read_a();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data state
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
