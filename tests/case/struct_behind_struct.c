/* A record that lies behind another one in a block, at a distance known only at run time, shares no member with it. */
#include "case.h"

struct tail { double mean[4]; double last; };
struct head { int tail_offset; double mean; double last; };

static void tail_update(struct tail *t, double x)
{
	t->last = x;
	t->mean[read_i()] = x;
}

double run(struct head *h)
{
	struct tail *t = (struct tail *)((char *)h + h->tail_offset);
	double f[4];
	h->mean = read_b();
	h->last = read_c();
	tail_update(t, read_a());
	f[0] = h->mean;
	f[1] = h->last;
	f[2] = t->last;
	f[3] = t->mean[1];
	return predict(f, 4);
}

double own_block(void)
{
	struct head *h = malloc(sizeof *h + sizeof(struct tail) + 16);
	double f[4];
	h->tail_offset = read_j();
	h->mean = read_b();
	h->last = read_c();
	tail_update((struct tail *)((char *)h + h->tail_offset), read_a());
	f[0] = h->mean;
	f[1] = h->last;
	f[2] = ((struct tail *)((char *)h + h->tail_offset))->last;
	f[3] = ((struct tail *)((char *)h + h->tail_offset))->mean[2];
	return predict_next(f, 4);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:a -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[3]
// edge: signal:b -> feature:own_block.f[0] data
// edge: signal:c -> feature:own_block.f[1] data
// edge: signal:a -> feature:own_block.f[2] data
// edge: signal:a -> feature:own_block.f[3] data
// no-edge: signal:a -> feature:own_block.f[0]
// no-edge: signal:a -> feature:own_block.f[1]
// no-edge: signal:b -> feature:own_block.f[2]
// no-edge: signal:c -> feature:own_block.f[3]
