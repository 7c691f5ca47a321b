#include "case.h"
#include <math.h>

double run(void)
{
	double f[3];
	f[0] = log1p(read_a());
	f[1] = pow(read_b(), read_c());
	f[2] = floor(sqrt(read_d()));
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
