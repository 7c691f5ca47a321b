/* An element at an unknown index in one of many records. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record records[4];

void run(void)
{
	double f[2];

	records[read_i() & 3].ring[read_j() & 7] = (float)read_a();
	f[0] = records[0].ring[2];
	f[1] = records[3].ring[2];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
