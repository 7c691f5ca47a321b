#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[1], x = 0;
	for (int k = 0; k < 3; k++)
		x = v[k];
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
