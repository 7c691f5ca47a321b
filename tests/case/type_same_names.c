// Local variables that hide others.
#include "case.h"

static double x;

double run(void)
{
	double f[3];
	x = read_a();
	f[0] = x;
	{
		double x = read_b();
		f[1] = x;
		for (double x = read_c(), k = 0; k < 1; k++)
			f[2] = x;
	}
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:a -> feature:run.f[1]
