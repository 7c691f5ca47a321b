// After sorting any element can be any of the old ones.
#include "case.h"
#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

double run(void)
{
	double window[3] = {read_a(), read_b(), read_c()}, f[2];
	qsort(window, 3, sizeof window[0], by_value);
	f[0] = window[1];
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 0
