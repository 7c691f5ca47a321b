#include "case.h"

double run(void)
{
	double f[2];
	if (read_a() > 30)
		f[0] = 1;
	else
		f[0] = 0;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
