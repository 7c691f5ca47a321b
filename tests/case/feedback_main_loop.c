#include "case.h"

static double period = 1;

static void adapt(double p)
{
	static int bad;
	bad = p > 0.5 ? bad + 1 : 0;
	if (bad == 3)
		period = 0.2;
	else if (bad == 0)
		period = 1;
}

static void step(void)
{
	double f[2];
	f[0] = read_a() / period;
	f[1] = read_b();
	adapt(predict(f, 2));
}

int main(void)
{
	while (read_i())
		step();
	return 0;
}
// edge: signal:a -> feature:step.f[0] data
// edge: prediction:m -> feature:step.f[0] control state
// no-edge: prediction:m -> feature:step.f[1]
// finding: feedback-loop model:m
