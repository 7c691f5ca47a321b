// What is assigned under the condition does not reach the feature.
#include "case.h"

double run(void)
{
	double f[1], x = 0, y = read_b();
	if (read_a() > 0)
		x = 1;
	(void)x;
	f[0] = y;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
