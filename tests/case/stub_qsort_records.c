// The key decides where a value ends up; no value ends up in a key.
#include "case.h"
#include <stdlib.h>

static int by_x(const void *a, const void *b)
{
	double x = ((const struct pair *)a)->x, y = ((const struct pair *)b)->x;
	return (x > y) - (x < y);
}

double run(void)
{
	struct pair rows[2] = {{read_a(), read_b()}, {1, 2}};
	double f[2];
	qsort(rows, 2, sizeof rows[0], by_x);
	f[0] = rows[0].y;
	f[1] = rows[0].x;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
