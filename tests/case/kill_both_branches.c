#include "case.h"

double run(void)
{
	double f[1], x = read_a();
	if (read_i())
		x = read_b();
	else
		x = read_c();
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
