#include "case.h"

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[2];
	f[0] = v[read_i() & 1];
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// no-edge: signal:c -> feature:run.f[0]
