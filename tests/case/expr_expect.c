#include "case.h"

double run(void)
{
	double f[2];
	if (__builtin_expect(read_a() > 0, 1))
		f[0] = 1;
	else
		f[0] = 2;
	f[1] = __builtin_expect(read_i(), 0);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
