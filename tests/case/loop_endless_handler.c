// A handler of interrupts reads what the main loop writes; a trap that does nothing is never left.
#include "case.h"

static double shared, wrong;

static void trap(void)
{
	wrong = read_b();
	for (;;)
		;
}

int main(void)
{
	for (;;)
		shared = read_a();
}

double handler(void)
{
	double f[2] = { shared };

	if (read_i() < 0)
		trap();
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:handler.f[0] data state
// edge: signal:c -> feature:handler.f[1] data
// no-edge: signal:b -> feature:handler.f[0]
// no-edge: signal:a -> feature:handler.f[1]
