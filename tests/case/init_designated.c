#include "case.h"

enum { F_AGE, F_RATE, F_COUNT };

double run(void)
{
	double f[F_COUNT] = { [F_RATE] = read_a(), [F_AGE] = read_b() };
	return predict(f, F_COUNT);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
