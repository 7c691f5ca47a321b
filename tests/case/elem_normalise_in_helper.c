#include "case.h"

static void normalise(double *v, int count)
{
	for (int k = 0; k < count; k++)
		v[k] = v[k] / 10;
}

double run(void)
{
	double f[3] = { read_a(), read_b(), read_c() };
	normalise(f, 3);
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[2]
