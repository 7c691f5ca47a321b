#include "case.h"
#include <stdatomic.h>

static atomic_int level;

double run(void)
{
	double f[2];
	atomic_store(&level, read_i());
	f[0] = atomic_load(&level);
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
