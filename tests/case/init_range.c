#include "case.h"

double run(void)
{
	double a = read_a(), b = read_b();
	double v[5] = { [0 ... 2] = a, [3] = b }, f[3];
	f[0] = v[2];
	f[1] = v[3];
	f[2] = v[4];
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[2]
