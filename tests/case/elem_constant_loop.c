#include "case.h"

double run(void)
{
	double v[2] = { read_a(), read_b() }, f[4];
	f[0] = read_c();
	f[1] = read_d();
	for (int k = 0; k < 2; k++)
		f[2 + k] = v[k] * 0.5;
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[3]
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[2]
