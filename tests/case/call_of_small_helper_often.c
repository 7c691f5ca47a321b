#include "case.h"

/* A small helper that is asked about each state of a ring buffer. */
struct ring { double v[16]; unsigned char head, tail; };

static struct ring ring;

static int full(const struct ring *r)
{
	return ((r->head - r->tail) & 15) == 15;
}

static void push(struct ring *r, double x)
{
	if (full(r))
		r->tail = (r->tail + 1) & 15;
	r->v[r->head] = x;
	r->head = (r->head + 1) & 15;
}

double run(void)
{
	double f[2];
	ring.head = ring.tail = 0;
	push(&ring, read_a());
	for (int k = 0; k < 12; k++)
		push(&ring, read_b());
	push(&ring, read_c());
	f[0] = ring.v[ring.tail];
	f[1] = ring.v[(ring.head + 15) & 15];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
