#include "case.h"

double run(void)
{
	double v[4] = { read_a(), read_b(), read_c() }, f[2], sum = 0;
	for (int k = 0; k < 4; k++)
		sum += v[k];
	f[0] = sum / 4;
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
