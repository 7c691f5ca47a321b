#include "case.h"

enum feature { F_AGE, F_RATE = 2, F_COUNT };

static void set(double *f, enum feature which, double x)
{
	f[which] = x;
}

double run(void)
{
	double f[F_COUNT] = { 0 };
	set(f, F_AGE, read_a());
	set(f, F_RATE, read_b());
	return predict(f, F_COUNT);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
