#include "case.h"

static double history[4];

static void step(void)
{
	double f[2];
	f[0] = history[0];
	f[1] = read_b();
	history[0] = read_a();
	predict(f, 2);
}

int main(void)
{
	while (read_i() < 9)
		step();
	return 0;
}
// edge: signal:a -> feature:step.f[0] data state
// edge: signal:b -> feature:step.f[1] data
// no-edge: signal:i -> feature:step.f[0]
// no-edge: signal:i -> feature:step.f[1]
