#include "case.h"

double run(void)
{
	double f[3];
	int n = 0;
	f[n++] = read_a();
	f[n++] = read_b();
	f[n++] = read_c();
	return predict(f, n);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
