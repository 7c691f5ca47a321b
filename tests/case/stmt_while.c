#include "case.h"

double run(void)
{
	double f[2], sum = 0;
	while (read_i())
		sum += read_a();
	f[0] = sum;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:i -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
