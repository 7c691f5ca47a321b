#include "case.h"

static double rate = 1;

static void adapt(double prediction)
{
	rate = 1 / (1 + prediction);
}

static double collect(void)
{
	return read_a() * rate;
}

double run(void)
{
	double f[1];
	f[0] = collect();
	adapt(predict(f, 1));
	return 0;
}
// edge: signal:a -> feature:run.f[0] data
// edge: prediction:m -> feature:run.f[0] data state
// finding: feedback-loop
