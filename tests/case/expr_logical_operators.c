#include "case.h"

double run(void)
{
	double f[2];
	f[0] = read_a() > 0 && read_b() > 0;
	f[1] = read_c() > 0 || read_d() > 0;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1]
// edge: signal:d -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
