// Nothing is known of mystery: its result depends on its arguments.
#include "case.h"

double mystery(double x);

double run(void)
{
	double f[2];
	f[0] = mystery(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
