#include "case.h"

static void step(void)
{
	static double last;
	double f[1];
	f[0] = last;
	last = read_a();
	predict(f, 1);
}

int main(void)
{
	for (;;)
		step();
}
// edge: signal:a -> feature:step.f[0] data state
