#include "shared.h"

double other(void);

double run(void)
{
	double f[2];
	f[0] = half(read_a());
	f[1] = other();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
