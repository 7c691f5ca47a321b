/* The same of a global, and of a member. */
#include "case.h"

#include <stddef.h>

static double total;
struct acc { double sum, other; };

static void count(double x, int depth)
{
	if (depth == 0)
		return;
	count(x, depth - 1);
	total += x;
}

static void keep(struct acc *to, double x, int depth)
{
	if (depth == 0)
		return;
	keep(to, x, depth - 1);
	to->sum += x;
}

void run(void)
{
	double f[3];
	struct acc k = { 0, 0 };

	total = 0;
	count(read_a(), read_i() & 3);
	keep(&k, read_b(), read_j() & 3);
	f[0] = total;
	f[1] = k.sum;
	f[2] = k.other;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:i -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1]
// edge: signal:j -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[2]
