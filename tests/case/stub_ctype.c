#include "case.h"
#include <ctype.h>

double run(void)
{
	double f[2];
	f[0] = isdigit(read_i()) ? 1 : 0;
	f[1] = tolower(read_j());
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
