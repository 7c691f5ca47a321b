/* Only as many elements are sorted and searched as the library is told. */
#include "case.h"
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

void run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, key = read_d(), f[3];

	qsort(v, 2, sizeof *v, compare);
	double *found = bsearch(&key, v, 2, sizeof *v, compare);
	f[0] = v[0];
	f[1] = v[2];
	f[2] = found ? *found : 0;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:c -> feature:run.f[2]
