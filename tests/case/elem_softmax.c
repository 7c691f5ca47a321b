// Every element depends on all of them.
#include "case.h"
#include <math.h>

double run(void)
{
	double f[2] = { exp(read_a()), exp(read_b()) }, sum = 0;
	for (int k = 0; k < 2; k++)
		sum += f[k];
	for (int k = 0; k < 2; k++)
		f[k] /= sum;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[1] data
