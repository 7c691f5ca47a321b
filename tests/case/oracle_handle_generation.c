/* A handle that is compared with the slot it was just made for: always equal, however often that was done before. Found by
   the oracle. */
// known-bug: that two numbers that a callee is given are one is not known in it
#include "case.h"

struct slot { unsigned generation; double value; };
struct handle { unsigned index, generation; };

static struct slot slots[4];

static struct handle take(unsigned k, double x)
{
	slots[k].generation++;
	slots[k].value = x;
	return (struct handle){ k, slots[k].generation };
}

static double get(struct handle h)
{
	return slots[h.index].generation == h.generation ? slots[h.index].value : -1;
}

static void step(void)
{
	struct handle p = take(0, read_a()), q = take(3, read_b());
	double f[2];

	f[0] = get(p);
	f[1] = get(q);
	predict(f, 2);
}

int main(void)
{
	for (;;)
		if (read_c() > 0)
			step();
}
// edge: signal:a -> feature:step.f[0] data
// edge: signal:b -> feature:step.f[1] data
// no-edge: signal:b -> feature:step.f[0]
// no-edge: signal:c -> feature:step.f[0]
// no-edge: signal:c -> feature:step.f[1]
