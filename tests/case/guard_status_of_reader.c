// The value arrives only when reading it worked; the failure returns before the model runs.
#include "case.h"

static int load(double *to)
{
	if (read_i() < 0)
		return -1;
	*to = read_a();
	return 0;
}

double run(void)
{
	double f[1], x;
	if (load(&x))
		return 0;
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
