/* How many elements are sorted. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

static int order(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return a < b ? -1 : a > b;
}

void run(void)
{
	double v[4] = { 4, 3, 2, 1 };

	qsort(v, (size_t)(read_i() & 3), sizeof *v, order);
	predict(v, 4);
}
// edge: signal:i -> feature:run.v[0]
// edge: signal:i -> feature:run.v[1]
