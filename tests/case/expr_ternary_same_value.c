// Both arms are the same value: the condition decides nothing.
#include "case.h"

double run(void)
{
	double f[1], b = read_b();
	f[0] = read_a() > 0 ? b : b;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
