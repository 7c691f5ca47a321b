// The signal arrives at once and again later: not only through the state.
#include "case.h"

double run(void)
{
	static double mean;
	double f[1];
	mean = 0.9 * mean + 0.1 * read_a();
	f[0] = mean;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
