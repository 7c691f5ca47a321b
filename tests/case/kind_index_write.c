#include "case.h"

double run(void)
{
	double f[3] = { 0 };
	f[read_i() & 1] = 1;
	f[2] = read_a();
	return predict(f, 3);
}
// edge: signal:i -> feature:run.f[0] index
// edge: signal:i -> feature:run.f[1] index
// no-edge: signal:i -> feature:run.f[2]
