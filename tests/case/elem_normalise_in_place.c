#include "case.h"

static const double mean[3] = { 1, 2, 3 }, deviation[3] = { 4, 5, 6 };

double run(void)
{
	double f[3] = { read_a(), read_b(), read_c() };
	for (int k = 0; k < 3; k++)
		f[k] = (f[k] - mean[k]) / deviation[k];
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[1]
// no-edge: feature:run.f[0] -> feature:run.f[1]
// no-finding: unused-feature
