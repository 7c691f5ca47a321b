#include "case.h"

double run(void)
{
	double f[2];
	f[0] = 0 && read_a() > 0;
	f[1] = 1 || read_b() > 0;
	return predict(f, 2);
}
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
