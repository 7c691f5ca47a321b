#include "case.h"
#include <string.h>

static void take(const char *from, unsigned long *at, void *item)
{
	memcpy(item, from + *at, sizeof(double *));
	*at += sizeof(double *);
}

double run(void)
{
	double x = 0, y = 0, *p[2] = { &x, &y }, *q, f[2];
	unsigned long at = 0;
	take((const char *)p, &at, &q);
	*q = read_a();
	take((const char *)p, &at, &q);
	*q = read_b();
	f[0] = x;
	f[1] = y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
