// The result of fmin is one of its arguments: data on both, no control.
#include "case.h"
#include <math.h>

double run(void)
{
	double f[2];
	f[0] = fmin(read_a(), fmax(read_b(), 0));
	f[1] = fabs(read_c());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
