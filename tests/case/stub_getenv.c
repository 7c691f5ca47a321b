// The environment is a signal of the POSIX pack, named after the variable.
#include "case.h"
#include <stdlib.h>

double run(void)
{
	const char *rate = getenv("RATE"), *name = getenv("NAME");
	double f[2];
	f[0] = rate ? atof(rate) : 1;
	f[1] = name ? 1 : 0;
	return predict(f, 2);
}
// edge: signal:env.RATE -> feature:run.f[0] data
// edge: signal:env.NAME -> feature:run.f[1] control
// no-edge: signal:env.NAME -> feature:run.f[0]
// no-edge: signal:env.RATE -> feature:run.f[1]
