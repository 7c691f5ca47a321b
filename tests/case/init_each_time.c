// An automatic variable is initialised again whenever its declaration is reached.
#include "case.h"

double run(void)
{
	double total = 0;
	for (int k = 0; k < read_i(); k++) {
		double f[1], sum = 0;
		f[0] = sum + read_a();
		sum += read_b();
		total += predict(f, 1) + sum;
	}
	return total;
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
