#include "case.h"

static double store[2];
static double *const slots[2] = { &store[1], &store[0] };

double run(void)
{
	double f[2];
	*slots[0] = read_a();
	*slots[1] = read_b();
	f[0] = store[0];
	f[1] = store[1];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
