#include "case.h"

double run(void)
{
	double f[2];
	f[0] = read_a() > 0 ? read_b() : read_c();
	f[1] = read_d();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:d -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
