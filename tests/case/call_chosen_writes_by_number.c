/* The same with a table, and functions that write constants into static memory. */
#include "case.h"

static double a, b, c;

static void low(void)
{
	a = 1;
}

static void high(void)
{
	b = 1;
}

static void (*const handlers[2])(void) = { low, high };

void run(void)
{
	double f[3];

	a = b = c = 0;
	handlers[read_i() & 1]();
	f[0] = a;
	f[1] = b;
	f[2] = c;
	predict(f, 3);
}
// edge: signal:i -> feature:run.f[0]
// edge: signal:i -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[2]
