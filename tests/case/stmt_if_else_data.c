#include "case.h"

double run(void)
{
	double f[1], x;
	if (read_a() > 0)
		x = read_b();
	else
		x = read_c();
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
