// Both branches assign the same value: the condition decides nothing.
#include "case.h"

double run(void)
{
	double f[1], b = read_b();
	if (read_a() > 0)
		f[0] = b;
	else
		f[0] = b;
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
