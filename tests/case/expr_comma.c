#include "case.h"

double run(void)
{
	double f[1];
	f[0] = (read_a(), read_b());
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
