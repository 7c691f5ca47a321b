#include "case.h"

double run(void)
{
	double f[2];
	f[0] = read_a();
	f[1] = read_b();
	f[0] = read_c();
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// finding: unused-feature feature:run.f[0]
// no-finding: unused-feature feature:run.f[1]
