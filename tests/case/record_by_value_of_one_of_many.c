/* A record that is handed over, or returned, by value from an element that is computed. */
#include "case.h"

static double x_of(struct pair p)
{
	return p.x;
}

static struct pair pair_of(const struct pair *all, int at)
{
	return all[at];
}

void run(void)
{
	struct pair v[2] = { { 1, 2 }, { 3, 4 } }, w[2] = { { read_a(), 2 }, { 3, read_b() } };
	double f[4];

	f[0] = x_of(v[read_i() & 1]);
	f[1] = pair_of(v, read_j() & 1).y;
	f[2] = x_of(w[read_i() & 1]);
	f[3] = x_of(w[0]);
	predict(f, 4);
}
// edge: signal:i -> feature:run.f[0] index
// edge: signal:j -> feature:run.f[1] index
// edge: signal:i -> feature:run.f[2] index
// edge: signal:a -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:i -> feature:run.f[3]
