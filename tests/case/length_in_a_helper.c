/* A number of elements that a helper copies. */
#include "case.h"

#include <string.h>

static void copy(double *to, const double *from, int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

static void move(double *to, const double *from, size_t n)
{
	memmove(to, from, n * sizeof *to);
}

void run(void)
{
	double v[3] = { read_a(), read_b(), 2 }, w[3] = { 5, read_c(), 3 };
	double u[6] = { read_a(), read_b(), read_c(), 1, 2, 3 }, x[4] = { read_d(), 1, 2, 3 };
	double f[4];

	copy(w, v, 1 + (read_i() & 1));
	f[0] = w[1];
	move(u + 1, u, 3);
	move(x, x + 1, 1 + (size_t)(read_j() & 1));
	f[1] = u[1];
	f[2] = u[3];
	f[3] = x[1];
	predict(f, 4);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:a -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:j -> feature:run.f[3] index
