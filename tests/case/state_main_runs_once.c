/* Nothing that main leaves in static memory comes back to it: it runs once. What an entry point leaves that is called again
   and again does, and main finds it, too. */
#include "case.h"

static double kept, counted;

void on_event(void)
{
	counted = counted * 0.5 + read_c();
}

static void step(double x)
{
	kept = kept * 0.5 + x;
}

int main(void)
{
	double f[2];

	step(read_a());
	f[0] = kept;
	step(read_b());
	f[1] = counted;
	return predict(f, 2) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:c -> feature:main.f[1] data state
// no-edge: signal:b -> feature:main.f[0]
