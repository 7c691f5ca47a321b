/* One pointer goes from record to record, another one through the array of each. */
#include "case.h"

struct record { double pad; float ring[8]; };
static struct record records[200];

void run(void)
{
	int n = read_i();
	double f[2];

	for (struct record *p = records; p < records + n; p++)
		for (float *q = p->ring; q < p->ring + 8; q++)
			*q = (float)read_a();
	f[0] = records[0].ring[2];
	f[1] = records[120].ring[2];
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
