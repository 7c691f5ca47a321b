/* How much is copied decides what is there. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	double from[4] = { read_a(), read_b(), 1, 2 }, to[4] = { 5, 6, 7, 8 };

	memcpy(to, from, read_c() > 0 ? 16 : 8);
	predict(to, 4);
}
// edge: signal:a -> feature:run.to[0] data
// edge: signal:b -> feature:run.to[1] data
// edge: signal:c -> feature:run.to[1] control
// no-edge: signal:c -> feature:run.to[3]
// no-edge: signal:a -> feature:run.to[1]
