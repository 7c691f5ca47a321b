// The window moves by one: source and destination overlap.
#include "case.h"
#include <string.h>

double run(void)
{
	double f[3] = {read_a(), read_b(), read_c()};
	memmove(f + 1, f, 2 * sizeof f[0]);
	f[0] = read_d();
	return predict(f, 3);
}
// edge: signal:d -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[2]
