#include "case.h"

double run(void)
{
	struct { unsigned low : 4, high : 4; } w = { 0 };
	double f[2];
	w.low = (unsigned)read_i();
	w.high = (unsigned)read_i();
	w.low = (unsigned)read_j();
	f[0] = w.low;
	f[1] = w.high;
	return predict(f, 2);
}
// edge: signal:j -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:j -> feature:run.f[1]
