/* A callee assigns element by element from a pointer on that is in one of many records. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record records[4];

static void fill(float *to, double v, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = (float)v;
}

void run(void)
{
	double f[2];

	fill(records[read_i() & 3].ring, read_a(), read_j());
	f[0] = records[0].ring[2];
	f[1] = records[3].ring[2];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
