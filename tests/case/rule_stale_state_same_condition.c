#include "case.h"

static double last, price;

/* What is read under the condition that it is assigned under is as new as the reader. */
double run(void)
{
	double f[2] = { 0 };
	int h = read_i();
	if (h > 0)
		price = read_a();
	if (h > 0)
		f[1] = price;
	if (!read_j())
		return 0;
	double now = read_b();
	f[0] = now - last;
	last = now;
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// no-finding: stale-state
