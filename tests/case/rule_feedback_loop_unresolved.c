/* What is kept comes out of an unknown function. */
// finding: feedback-loop model:m
// message: feedback-loop not certain
#include "case.h"

double unknown(double x);
static double last;

double run(void)
{
	double f[2];

	f[0] = last;
	f[1] = read_a();
	last = unknown(predict(f, 2));
	return 0;
}
