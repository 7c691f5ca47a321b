#include "case.h"
#include <stdint.h>

double run(void)
{
	double x = read_a(), f[2];
	uintptr_t handle = (uintptr_t)&x;
	f[0] = *(double *)handle;
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
