#include "case.h"

double run(void)
{
	static double threshold = 1;
	double f[1];
	f[0] = read_a() > threshold ? 1 : 0;
	if (predict(f, 1) > 0.5)
		threshold = 2;
	else
		threshold = 1;
	return 0;
}
// edge: signal:a -> feature:run.f[0] control
// edge: prediction:m -> feature:run.f[0] control state
// finding: feedback-loop
