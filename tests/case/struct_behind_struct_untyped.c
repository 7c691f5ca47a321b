/* The same when the pointer passes through void *, and the callee knows what it is. */
#include "case.h"

struct tail { double mean; double last; };
struct head { int tail_offset; double mean; double last; };

static void tail_update(void *memory, double x)
{
	struct tail *t = memory;
	t->last = x;
}

static double tail_last(void *memory)
{
	return ((struct tail *)memory)->last;
}

double run(struct head *h)
{
	void *t = (char *)h + h->tail_offset;
	double f[3];
	h->mean = read_b();
	h->last = read_c();
	tail_update(t, read_a());
	f[0] = h->mean;
	f[1] = h->last;
	f[2] = tail_last(t);
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
