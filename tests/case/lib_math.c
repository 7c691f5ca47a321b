#include "case.h"
#include <math.h>

double run(void)
{
	double f[4];
	f[0] = sqrt(read_a());
	f[1] = pow(read_b(), 2);
	f[2] = fmax(read_c(), 0);
	f[3] = fabs(read_d());
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[1]
// no-finding: undeclared-source
// unresolved: 0
