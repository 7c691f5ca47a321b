/* Assigned under a condition, read on every path. */
// finding: stale-state feature:run.f[0]
// message: stale-state price is assigned
#include "case.h"

static double price;

double run(void)
{
	double f[1];

	if (read_i())
		price = read_a();
	f[0] = price;
	return predict(f, 1);
}
