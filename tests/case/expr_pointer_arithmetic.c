#include "case.h"

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[2];
	f[0] = *(v + 1);
	f[1] = 0[v];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
