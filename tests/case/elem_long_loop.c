// Too long to look at each round: a range is enough to keep other elements apart.
#include "case.h"

double run(void)
{
	static double v[2000];
	double f[2], sum = 0;
	for (int k = 0; k < 1000; k++)
		v[k] = read_a();
	for (int k = 1000; k < 2000; k++)
		v[k] = read_b();
	for (int k = 0; k < 1000; k++)
		sum += v[k];
	f[0] = sum;
	f[1] = v[1500];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
