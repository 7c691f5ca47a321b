/* What lies between the arrays of the records is none of their elements. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record records[4];

void run(void)
{
	double f[1];

	records[read_i() & 3].ring[read_j() & 7] = (float)read_a();
	f[0] = records[2].pad;
	predict(f, 1);
}
// no-edge: signal:a -> feature:run.f[0]
