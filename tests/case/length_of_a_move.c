/* Elements that move on by one, as many as is decided. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	double f[4] = { read_a(), read_b(), 3, 4 };

	memmove(f + 1, f, (read_c() > 0 ? 2 : 1) * sizeof *f);
	predict(f, 4);
}
// edge: feature:run.f[0] -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[2] control
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[3]
// no-edge: signal:a -> feature:run.f[3]
