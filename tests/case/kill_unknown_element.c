#include "case.h"

double run(void)
{
	double f[2] = { read_a(), read_c() };
	f[read_i() & 1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:c -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
