#include "case.h"

double run(void)
{
	double f[2];
	int n = 2;
	f[--n] = read_a();
	f[--n] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
