// Never written: a constant, no signal.
#include "case.h"

static double gain = 2;

double run(void)
{
	double f[2];
	f[0] = gain * read_a();
	f[1] = gain;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[1]
// no-node: signal:gain
