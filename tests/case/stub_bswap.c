// Compiler built-ins that have no library function behind them.
#include "case.h"
#include <stdint.h>

double run(void)
{
	double f[2];
	int sum;
	f[0] = __builtin_bswap32((uint32_t)read_i());
	if (__builtin_add_overflow(read_j(), 1, &sum))
		return 0;
	f[1] = sum;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[1] data
// no-edge: signal:j -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
// unresolved: 0
