// Whether a signal is a number decides between two others.
#include "case.h"
#include <math.h>

double run(void)
{
	double f[2], x = read_a();
	f[0] = isnan(x) || !isfinite(x) ? read_b() : read_c();
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
