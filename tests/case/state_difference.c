#include "case.h"

double run(void)
{
	static double last;
	double f[2], a = read_a();
	f[0] = a - last;
	f[1] = last;
	last = a;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data state
