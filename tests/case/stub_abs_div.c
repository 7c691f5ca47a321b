#include "case.h"
#include <stdlib.h>

double run(void)
{
	double f[3];
	div_t parts = div(read_i(), 7);
	f[0] = parts.quot;
	f[1] = abs(read_j());
	f[2] = labs(-3);
	return predict(f, 3);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[2]
