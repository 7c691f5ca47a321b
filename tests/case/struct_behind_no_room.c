/* A pointer that leads to two places: one has no room for the record that it is cast to, so no such record is there, and
   what is written into it does not reach the members that follow. */
#include "case.h"

struct tail { double mean[20]; double last; };
struct mode { double rate; };
struct head { int tail_offset; struct mode mode; double angle[4]; double sum; };

static void touch(struct head *h, void *p, int depth, double x)
{
	if (depth == 0)
		((struct tail *)p)->mean[2] = x;
	else
		((struct mode *)p)->rate = 1;
	if (depth < read_i())
		touch(h, &h->mode, depth + 1, x);
}

double run(struct head *h)
{
	void *tail = (char *)h + h->tail_offset;
	double f[2];
	h->angle[1] = read_b();
	touch(h, tail, 0, read_a());
	f[0] = h->angle[1];
	f[1] = ((struct tail *)tail)->mean[2];
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
