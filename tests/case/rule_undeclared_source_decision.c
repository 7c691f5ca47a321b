/* A limit only decides whether the sample is used; the mode is all that the second feature is made of. */
// hidden: undeclared-source signal:step.limit
// hidden: undeclared-source signal:step.mode
// finding: undeclared-source signals
// message: undeclared-source 2 undeclared sources
#include "case.h"

double step(double sample, double limit, int mode)
{
	double f[2] = { 0, 0 };

	f[0] = sample;
	if (limit > 1)
		f[0] = 2 * sample;
	if (mode == 3)
		f[1] = 1;
	return predict(f, 2);
}
