// Whether the model runs at all is no dependency of its features.
#include "case.h"

double run(void)
{
	double f[2];
	if (read_i() < 0)
		return 0;
	f[0] = read_a();
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
// no-edge: signal:i -> model:m
