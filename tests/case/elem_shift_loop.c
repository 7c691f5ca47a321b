#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	for (int k = 0; k < 2; k++)
		v[k] = v[k + 1];
	f[0] = v[0];
	f[1] = v[1];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
