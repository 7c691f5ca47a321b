#include "case.h"

double run(void)
{
	int n = read_i() & 7;
	double v[n + 1], f[2], sum = 0;
	for (int k = 0; k <= n; k++)
		v[k] = read_a();
	for (int k = 0; k <= n; k++)
		sum += v[k];
	f[0] = sum;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
