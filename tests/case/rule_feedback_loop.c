#include "case.h"

double run(void)
{
	static double last;
	double f[2];
	f[0] = last;
	f[1] = read_a();
	last = predict(f, 2);
	return 0;
}
// edge: prediction:m -> feature:run.f[0] data state
// no-edge: prediction:m -> feature:run.f[1]
// finding: feedback-loop
