/* Records of a pool that a callee walks through from the last to the first, with no end but what they hold: one member of
   each, of this round. */
#include <stdint.h>
#include "case.h"

struct cell { intptr_t car, cdr; };
static struct cell pool[2];

static long sum(intptr_t at)
{
	long s = 0;
	for (; at && !(at & 1); at = ((struct cell *)at)->cdr)
		s += ((struct cell *)at)->car;
	return s;
}

static double newest(const struct pair *p, int count)
{
	double y = 0;
	for (p += count - 1; p->x >= 0; p--)
		y += p->y;
	return y;
}

static void step(void)
{
	struct pair pairs[4] = { { -1, read_c() }, { 1, read_d() }, { 2, read_d() }, { 3, read_d() } };
	double f[2];

	pool[0].car = 2;
	pool[0].cdr = 0;
	pool[1].car = read_i();
	pool[1].cdr = (intptr_t)&pool[0];
	f[0] = sum((intptr_t)&pool[1]);
	f[1] = newest(pairs, 4);
	predict(f, 2);
}

int main(void)
{
	for (;;)
		if (read_a() > 0)
			step();
}
// edge: signal:i -> feature:step.f[0] data
// no-edge: signal:a -> feature:step.f[0]
// edge: signal:d -> feature:step.f[1] data
// no-edge: signal:a -> feature:step.f[1]
