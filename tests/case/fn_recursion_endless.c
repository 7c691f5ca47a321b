// A recursion whose number always grows ends for a reason that the number does not say.
#include "case.h"

static double search(double x, double y, int depth)
{
	if (x * depth > 100)
		return y;
	return search(x + 1, y, depth + 1);
}

double run(void)
{
	double f[2];
	f[0] = search(read_a(), read_b(), 0);
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
