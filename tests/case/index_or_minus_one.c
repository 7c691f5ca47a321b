#include "case.h"

/* A tree in a table: how far the next node is from this one, or -1. */
static int walk(const double *value)
{
	int n = 0;
	for (int level = 0; level < 2; level++) {
		int step = value[n] < 0 ? -1 : 1;
		if (step < 0)
			break;
		n += step;
	}
	return n;
}

double run(void)
{
	double v[4] = { read_a(), read_b(), 0, read_c() }, f[3];
	int found = read_i() < 0 ? -1 : 3, other = read_d() < 0 ? -2 : 1;
	f[0] = found >= 0 ? v[found] : 7;
	if (other < 0)
		f[1] = 7;
	else
		f[1] = v[other];
	f[2] = walk(v);
	return predict(f, 3);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// edge: signal:d -> feature:run.f[1] control
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] control
// edge: signal:b -> feature:run.f[2] control
// no-edge: signal:c -> feature:run.f[2]
