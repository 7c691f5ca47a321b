// Handlers are registered in a table with a counter, both static; each entry has one handler in the end.
// known-bug: a static counter is unknown at the start of an invocation, so each entry may be each handler
#include "case.h"

static void (*handlers[2])(double *, double);
static int count;

static void put_first(double *to, double x) { to[0] = x; }
static void put_second(double *to, double x) { to[1] = x; }

static void add(void (*handler)(double *, double))
{
	if (count < 2)
		handlers[count++] = handler;
}

double run(void)
{
	double f[2] = { 0, 0 };
	add(put_first);
	add(put_second);
	handlers[0](f, read_a());
	handlers[1](f, read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
