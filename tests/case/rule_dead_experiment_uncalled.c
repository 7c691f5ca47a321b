/* A function that nothing calls. */
// finding: dead-experiment old_score: old_score
#include "case.h"

static double old_score(double a)
{
	double g[1] = { a };

	return predict(g, 1);
}

double run(void)
{
	double f[1] = { read_a() };

	return predict(f, 1);
}
