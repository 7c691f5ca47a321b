#include "case.h"
#include <stdlib.h>

static const double keys[4] = { 1, 3, 5, 7 };

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

double run(void)
{
	double key = read_a(), f[2];
	const double *found = bsearch(&key, keys, 4, sizeof *keys, compare);
	f[0] = found ? *found : -1;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
