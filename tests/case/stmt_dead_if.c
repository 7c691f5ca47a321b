#include "case.h"

#define USE_C 0

double run(void)
{
	double f[1], x = read_a();
	if (0)
		x = read_b();
	if (USE_C)
		x += read_c();
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
