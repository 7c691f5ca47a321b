// Kept and shown, but never read by a feature.
#include "case.h"

static double last;

double run(void)
{
	double f[1];
	f[0] = read_a();
	last = predict(f, 1);
	return 0;
}

double shown(void)
{
	return last * 100;
}
// no-edge: prediction:m -> feature:run.f[0]
// no-finding: feedback-loop
