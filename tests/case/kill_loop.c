#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2];
	for (int k = 0; k < 2; k++)
		v[k] = 0;
	f[0] = v[1];
	f[1] = v[2];
	return predict(f, 2);
}
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
