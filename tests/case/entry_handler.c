// Given to code that is not here: it may be called at any time.
#include "case.h"

void on_timer(void (*handler)(void));

static void tick(void)
{
	double f[1];
	f[0] = read_a();
	predict(f, 1);
}

void start(void)
{
	on_timer(tick);
}
// edge: signal:a -> feature:tick.f[0] data
