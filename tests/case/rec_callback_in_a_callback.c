/* A callback that calls what called it, with another callback. */
#include "case.h"

#include <stddef.h>

typedef void (*visit)(double *v, void *context);

static void each(double *v, int n, visit f, void *context)
{
	for (int k = 0; k < n; k++)
		f(v + k, context);
}

static void add(double *v, void *context)
{
	*(double *)context += *v;
}

static void row(double *v, void *context)
{
	each(v, 2, add, context);
}

void run(void)
{
	double v[3] = { read_a(), read_b(), 0 }, sum = 0, f[2];

	each(v, 2, row, &sum);
	f[0] = sum;
	f[1] = read_c();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[1]
