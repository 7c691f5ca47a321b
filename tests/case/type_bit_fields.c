#include "case.h"

struct word {
	unsigned low : 4, high : 4;
};

double run(void)
{
	struct word w;
	double f[2];
	w.low = (unsigned)read_i();
	w.high = (unsigned)read_j();
	f[0] = w.low;
	f[1] = w.high;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
