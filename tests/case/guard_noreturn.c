#include "case.h"
#include <stdlib.h>

static _Noreturn void fail(void)
{
	exit(1);
}

double run(void)
{
	double f[1];
	if (read_i() < 0)
		abort();
	if (read_j() < 0)
		fail();
	f[0] = read_a();
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[0]
