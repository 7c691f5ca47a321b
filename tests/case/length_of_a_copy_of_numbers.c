/* A number of elements that is not known. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	double from[4] = { 1, 2, 3, 4 }, to[5] = { 5, 6, 7, 8, 9 };

	memcpy(to, from, (read_i() & 3) * sizeof *to);
	predict(to, 5);
}
// edge: signal:i -> feature:run.to[0]
// edge: signal:i -> feature:run.to[1]
// no-edge: signal:i -> feature:run.to[4]
