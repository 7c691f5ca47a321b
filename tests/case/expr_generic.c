#include "case.h"

#define source(x) _Generic((x), double: read_a, int: read_b)

double run(void)
{
	double f[2];
	f[0] = source(1.0)();
	f[1] = source(1)();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
