#include "case.h"
#include <stddef.h>

static const char *check(void)
{
	return read_i() ? "error" : NULL;
}

double run(void)
{
	double f[2];
	if (check())
		return 0;
	f[0] = read_a();
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
