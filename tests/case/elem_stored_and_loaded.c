/* What is stored at an index only the run knows is what is loaded at the same index, until something may overwrite it. */
#include "case.h"

static double ring[8];

double run(void)
{
	double f[4];
	int pos = read_i();
	ring[read_j()] = read_b();
	ring[pos] = read_a();
	f[0] = ring[pos];
	f[1] = ring[pos + 1];
	ring[pos + 1] = read_c();
	f[2] = ring[pos];
	for (int k = 0; k < 3; k++) {
		ring[pos] = read_d();
		pos = read_i();
	}
	f[3] = ring[pos];
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// edge: signal:d -> feature:run.f[3] data
