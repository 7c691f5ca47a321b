/* An address that is handed over as a number. */
#include "case.h"

#include <stdint.h>

static double plain(uintptr_t from)
{
	return *(const double *)from;
}

void run(void)
{
	double x = read_a(), y = read_b(), f[2];

	f[0] = plain((uintptr_t)&x);
	f[1] = plain((uintptr_t)&y);
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
