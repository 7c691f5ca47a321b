#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[1], sum = 0;
	for (int k = 0; k < 3; k++) {
		if (k == 1)
			continue;
		sum += v[k];
	}
	f[0] = sum;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
