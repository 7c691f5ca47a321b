// The tree keeps the records that were put in.
#include "case.h"
#include <search.h>

static int by_x(const void *a, const void *b)
{
	double x = ((const struct pair *)a)->x, y = ((const struct pair *)b)->x;
	return (x > y) - (x < y);
}

double run(void)
{
	struct pair known = {1, read_a()}, outside = {1, read_b()}, wanted = {1, 0};
	void *root = 0;
	double f[2];
	tsearch(&known, &root, by_x);
	struct pair **hit = tfind(&wanted, &root, by_x);
	f[0] = hit ? (*hit)->y : 0;
	f[1] = outside.y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
