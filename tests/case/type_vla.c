#include "case.h"

double run(void)
{
	int n = (read_i() & 7) + 2;
	double v[n], f[1];
	v[0] = read_a();
	v[1] = read_b();
	f[0] = v[0];
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
