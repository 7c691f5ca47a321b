// Both halves of a range, by recursion: each number of the calls is one level.
#include "case.h"

static double sum(const double *v, int from, int to)
{
	if (to - from == 1)
		return v[from];
	int middle = (from + to) / 2;
	return sum(v, from, middle) + sum(v, middle, to);
}

double run(void)
{
	double v[4] = { read_a(), read_b(), read_c(), read_d() }, f[2];
	f[0] = sum(v, 0, 2);
	f[1] = sum(v, 2, 4);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
