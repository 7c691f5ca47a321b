/* A record is copied in one branch, and one of its members set in the other. */
#include "case.h"

struct cell { double a, c, b; };

void run(void)
{
	struct cell v[3] = { { 0 } }, y = { 0 };
	double f[2];

	v[(unsigned)read_i() % 3].b = read_c();
	if (read_a() > 1)
		y = v[1];
	else
		y.a = 1;
	f[0] = y.b;
	f[1] = y.c;
	predict(f, 2);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:a -> feature:run.f[0] control
// no-edge: signal:c -> feature:run.f[1]
