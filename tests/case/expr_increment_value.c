#include "case.h"

double run(void)
{
	double f[3];
	int x = read_i(), y = 0;
	f[0] = x++;
	f[1] = x;
	f[2] = ++y;
	return predict(f, 3);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[2]
