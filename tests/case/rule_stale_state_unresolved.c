/* The value comes from an unknown function. */
// finding: stale-state feature:run.f[0]
#include "case.h"

double unknown(void);
static double price;

double run(void)
{
	double f[1];

	if (read_i())
		price = unknown();
	f[0] = price;
	return predict(f, 1);
}
