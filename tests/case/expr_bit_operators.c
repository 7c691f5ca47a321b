#include "case.h"

double run(void)
{
	double f[2];
	int x = read_i();
	f[0] = (x & 0xf) ^ 3;
	f[1] = x >> 2 | ~read_j();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[0]
