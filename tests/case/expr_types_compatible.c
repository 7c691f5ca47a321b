// The operands of typeof are not evaluated.
#include "case.h"

#define same(x, y) __builtin_types_compatible_p(__typeof__(x), __typeof__(y))

double run(void)
{
	double a = read_a(), b = read_b(), f[3];
	f[0] = __builtin_types_compatible_p(__typeof__(a), double) ? b : a;
	f[1] = same(&a, &b);
	f[2] = same(read_c(), 1) + (int)(read_d());
	return predict(f, 3);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[2]
// edge: signal:d -> feature:run.f[2] data
