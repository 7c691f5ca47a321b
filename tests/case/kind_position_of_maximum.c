#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[1];
	int most = 0;
	for (int k = 1; k < 3; k++)
		if (v[k] > v[most])
			most = k;
	f[0] = most;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[0] control
