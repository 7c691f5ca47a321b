// A pointer that is handed on and is NULL in one of two calls: what happens without it happens in that one.
#include "case.h"

static double get(const double *p)
{
	return p ? *p : read_b();
}

static double hand_on(const double *q)
{
	return get(q) + 1;
}

static const double *itself(const double *p)
{
	return p;
}

double run(void)
{
	double f[4], x = read_a(), y = 2;

	f[0] = hand_on(&x);
	f[1] = hand_on(read_i() ? &x : &y);
	f[2] = hand_on(read_j() ? &x : 0);
	f[3] = hand_on(itself(&y));
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] control
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:j -> feature:run.f[2] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
// no-edge: signal:j -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[3]
