/* A pointer to an element of one row, or of a row that is not known: a store through it may be at either. */
#include "case.h"

void run(void)
{
	double f[2];
	int g[2][4] = { { 0 } }, *p = &g[1][2];

	if (read_a() < 0)
		p = &g[read_i() & 1][3];
	*p = read_j();
	f[0] = g[1][2];
	f[1] = g[0][3];
	predict(f, 2);
}
// edge: signal:j -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0] control
// edge: signal:j -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] index
