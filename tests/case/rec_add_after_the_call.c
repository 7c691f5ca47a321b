/* What each level of a recursion adds after the call of the next one. */
#include "case.h"

#include <stddef.h>

static void add(double x, int depth, double *sum)
{
	if (depth <= 0)
		return;
	add(x, depth - 1, sum);
	*sum += x;
}

void run(void)
{
	double s = 0, f[2];

	add(read_a(), read_i() & 3, &s);
	f[0] = s;
	f[1] = read_b();
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:i -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
