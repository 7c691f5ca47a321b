#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[3];
	for (int k = 2; k >= 0; k--)
		f[2 - k] = v[k];
	return predict(f, 3);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[2]
