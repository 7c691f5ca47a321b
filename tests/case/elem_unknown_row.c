// The column stays known when the row is not.
#include "case.h"

double run(void)
{
	double v[4][2] = { { 0 } }, f[2];
	int row = read_i() & 3;
	v[row][0] = read_a();
	v[row][1] = read_b();
	f[0] = v[row][0];
	f[1] = v[row][1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
