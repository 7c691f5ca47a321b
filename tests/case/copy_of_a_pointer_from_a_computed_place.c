/* A pointer that is copied as bytes from a place that is computed. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

static void pick(double **to, double **from, int at)
{
	memcpy(to, from + at, sizeof *to);
}

void run(void)
{
	double x = read_a(), y = read_b(), *p[2] = { &x, &y }, *q[1] = { NULL }, f[1];

	pick(q, p, read_i() & 1);
	f[0] = *q[0];
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:i -> feature:run.f[0]
