#include "case.h"

double run(void)
{
	double v[3] = { read_a(), read_b(), read_c() }, f[2], most = 0;
	for (int k = 0; k < 3; k++)
		if (v[k] > most)
			most = v[k];
	f[0] = most;
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
