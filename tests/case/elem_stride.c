#include "case.h"

double run(void)
{
	struct pair v[2] = { { read_a(), read_b() }, { read_c(), read_d() } };
	double f[4];
	for (int k = 0; k < 2; k++) {
		f[2 * k] = v[k].x;
		f[2 * k + 1] = v[k].y;
	}
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
