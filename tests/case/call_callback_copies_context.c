/* A callback that copies its context, changes it and hands it on to another callback. */
#include "case.h"

struct outer { double *sum; double scale; };

static void each(const double *v, int n, void (*f)(void *, double), void *context)
{
	for (int k = 0; k < n; k++)
		f(context, v[k]);
}

static void add_one(void *context, double x)
{
	struct outer *o = context;

	*o->sum += x * o->scale;
}

static void add_two(void *context, double x, double y)
{
	struct outer inner = *(struct outer *)context;

	inner.scale = y;
	each((double[]){ x, 1 }, 2, add_one, &inner);
}

static void pairs(const double *v, int n, void (*f)(void *, double, double), void *context)
{
	for (int k = 0; k + 1 < n; k++)
		f(context, v[k], v[k + 1]);
}

void run(void)
{
	double sum = 0, f[2];
	struct outer o = { &sum, 1 };

	double v[3] = { read_a(), read_b(), 3 };

	pairs(v, 3, add_two, &o);
	f[0] = sum;
	f[1] = o.scale;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[1]
