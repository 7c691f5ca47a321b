/* A callee reads element by element from a pointer on that is in one of many records. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record records[4];

static double sum(const float *from, int n)
{
	double s = 0;

	for (int i = 0; i < n; i++)
		s += from[i];
	return s;
}

void run(void)
{
	double f[1];

	records[3].ring[2] = (float)read_a();
	f[0] = sum(records[read_i() & 3].ring, read_j());
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
