#include "case.h"
#include <assert.h>

double run(void)
{
	double f[1], a = read_a();
	assert(a > 0);
	f[0] = read_b();
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
