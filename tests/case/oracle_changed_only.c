/* What is set only where it changes is what it is set to, whether it was that before or not. Found by the oracle. */
// known-bug: that what was there is equal to what would be stored is not known behind the comparison
#include "case.h"

struct property { double value; };

static void set(struct property *p, double value)
{
	if (p->value == value)
		return;
	p->value = value;
}

void run(void)
{
	static struct property level;
	double f[2];

	set(&level, read_a());
	f[0] = level.value;
	set(&level, read_b());
	f[1] = level.value;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
