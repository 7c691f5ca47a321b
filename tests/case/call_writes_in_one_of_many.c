/* A callee is given one of many records and writes elements of its array; a record is copied to one of many. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record put_to[4], filled[4], copied[4];

static void put(struct record *r, int j, double x)
{
	r->ring[j] = (float)x;
}

static void fill(struct record *r, int n, double x)
{
	float *to = r->ring;

	while (n--)
		*to++ = (float)x;
}

void puts_one(void)
{
	double f[2];

	put(&put_to[read_i() & 3], read_j() & 7, read_a());
	f[0] = put_to[0].ring[2];
	f[1] = put_to[3].ring[7];
	predict(f, 2);
}

void fills(void)
{
	double f[2];

	fill(&filled[read_i() & 3], read_j() & 7, read_a());
	f[0] = filled[0].ring[2];
	f[1] = filled[3].ring[7];
	predict(f, 2);
}

void copies(void)
{
	struct record one = { 0 };
	double f[2];

	one.ring[read_j() & 7] = (float)read_a();
	copied[read_i() & 3] = one;
	f[0] = copied[0].ring[2];
	f[1] = copied[3].ring[7];
	predict(f, 2);
}
// edge: signal:a -> feature:puts_one.f[0] data
// edge: signal:a -> feature:puts_one.f[1] data
// edge: signal:a -> feature:fills.f[0] data
// edge: signal:a -> feature:fills.f[1] data
// edge: signal:a -> feature:copies.f[0] data
// edge: signal:a -> feature:copies.f[1] data
