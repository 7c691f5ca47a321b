#include "case.h"

double run(void)
{
	double f[3] = { read_a(), read_b() };
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[2]
