#include "case.h"
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	qsort(v, 3, sizeof *v, compare);
	f[0] = v[1];
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
