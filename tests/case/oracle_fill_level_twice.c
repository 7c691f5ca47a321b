/* Two calls in turn fill ten elements more each: the sixth is always of the first. Found by the oracle. */
// known-bug: which of two calls wrote an element is not known where both go on from where the other ended
#include "case.h"

static double level[64];
static int filled;

static void fill(double x)
{
	if (filled < 60)
		for (int k = 0; k < 10; k++)
			level[filled++] = x;
}

void run(void)
{
	double f[1];

	fill(read_a());
	fill(read_b());
	f[0] = level[5];
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
