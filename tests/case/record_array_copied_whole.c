/* An array of records that begin with an array, copied as a whole after one of its elements was written. */
#include "case.h"

#include <string.h>

struct cell { double a[2]; };

void run(void)
{
	struct cell x[3] = { { { 0 } } }, y[3] = { { { 0 } } };
	double f[3];

	y[(unsigned)read_i() % 3].a[1] = read_a();
	memcpy(x, y, sizeof x);
	f[0] = x[0].a[1];
	f[1] = x[2].a[1];
	f[2] = x[1].a[0];
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] index
// no-edge: signal:a -> feature:run.f[2]
