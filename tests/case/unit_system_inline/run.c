/* What an inline function of a system header computes with a prediction is its caller's use of it. */
#include "case.h"
#include "vector.h"

static double level;

void report(double p)
{
	level = vector_scale(p, 100);
}

void watch(double p)
{
	if (vector_above(p, 0.5))
		level = 0;
}

double run(void)
{
	double f[1] = { read_a() };
	double p = predict(f, 1);
	report(p);
	watch(p);
	return 0;
}
// edge: prediction:m -> consumer:report data
// node: consumer:watch
// no-node: consumer:vector_scale
// no-node: consumer:vector_above
