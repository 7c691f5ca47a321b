#include "case.h"
#include <stddef.h>

double run(void)
{
	struct pair p = { read_a(), read_b() };
	double f[2];
	f[0] = offsetof(struct pair, y);
	f[1] = _Alignof(struct pair) + p.y;
	return predict(f, 2);
}
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// edge: signal:b -> feature:run.f[1] data
