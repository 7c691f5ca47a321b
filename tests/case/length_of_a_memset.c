/* How much is cleared decides what is left. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	double f[5] = { 1, 2, 3, 4, 5 };

	memset(f + 1, 0, (read_i() & 3) * sizeof *f);
	predict(f, 5);
}
// edge: signal:i -> feature:run.f[1]
// edge: signal:i -> feature:run.f[2]
// edge: signal:i -> feature:run.f[3]
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[4]
