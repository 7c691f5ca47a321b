/* The bytes of a record whose first member is an array of bytes: what is added to the address leads out of that array. */
#include "case.h"

struct head { unsigned char mapping[8]; int count; double a, b; };

static void *at(struct head *h, unsigned offset)
{
	return (char *)h + offset;
}

double run(struct head *h)
{
	unsigned where = read_i() & 7;
	double f[2];
	h->a = read_a();
	h->b = read_b();
	f[0] = *(double *)at(h, 16 + where);
	f[1] = *(double *)((char *)h + 24);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
