#include "case.h"
#include <stdbool.h>

/* All that is not zero becomes 1. */
static bool has(int flags, int flag)
{
	return flags & flag;
}

double run(void)
{
	double v[8] = { 0, read_a(), read_b(), 0, read_c() }, f[6];
	int flags = 6, chosen = read_i() > 0 ? 2 : 4, count = 0;
	bool b = flags & 4, half = 0.5, either = chosen, unknown = read_j();
	count += b;
	count += has(flags, 2);
	f[0] = v[b];
	f[1] = b == true ? v[1] : v[2];
	f[2] = v[count];
	f[3] = v[half];
	f[4] = v[either];
	f[5] = v[unknown];
	return predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[2]
// edge: signal:a -> feature:run.f[3] data
// edge: signal:a -> feature:run.f[4] data
// no-edge: signal:c -> feature:run.f[4]
// edge: signal:a -> feature:run.f[5] data
// edge: signal:j -> feature:run.f[5] index
// no-edge: signal:b -> feature:run.f[5]
