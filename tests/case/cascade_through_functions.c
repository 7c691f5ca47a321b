#include "case.h"
#include <math.h>

static double estimate;

static void first(void)
{
	double f[1];
	f[0] = read_a();
	estimate = predict(f, 1);
}

static double second(void)
{
	double g[1];
	g[0] = log(estimate / (1 - estimate));
	return predict_next(g, 1);
}

double run(void)
{
	first();
	return second();
}
// edge: prediction:m -> feature:second.g[0] data
// finding: correction-cascade
