// A filter's own history is no feedback of the model.
#include "case.h"

double run(void)
{
	static double mean;
	double f[1];
	mean = 0.9 * mean + 0.1 * read_a();
	f[0] = mean;
	return predict(f, 1);
}
// no-edge: prediction:m -> feature:run.f[0]
// no-finding: feedback-loop
