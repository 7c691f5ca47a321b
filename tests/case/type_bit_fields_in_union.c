#include "case.h"

union status {
	struct { unsigned low : 4, high : 4; };
	unsigned raw;
};

double run(void)
{
	union status s = { .raw = 0 };
	double f[2];
	s.low = (unsigned)read_i();
	s.high = (unsigned)read_j();
	f[0] = s.raw;
	s.raw = (unsigned)read_i();
	f[1] = s.high;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[1]
