/* What a loop fills from its end down to 0 is replaced, also when how many there are is only known to be the same. */
#include "case.h"

static int width;
static double scratch[3][8];

void configure(void)
{
	width = read_i() & 7;
}

void counts_down(void)
{
	double x = read_b(), f[1] = { 0 };
	int i;

	scratch[0][0] = scratch[0][2] = read_a();
	for (i = width - 1; i >= 0; --i)
		scratch[0][i] = x * i;
	for (i = 0; i < width; i++)
		f[0] += scratch[0][i];
	predict(f, 1);
}

void counts_away(void)
{
	double x = read_b(), f[1] = { 0 };
	int i, n = width;

	scratch[1][0] = scratch[1][2] = read_a();
	while (n--)
		scratch[1][n] = x * n;
	for (i = 0; i < width; i++)
		f[0] += scratch[1][i];
	predict(f, 1);
}

void counts_up(void)
{
	double x = read_b(), f[1] = { 0 };
	int i;

	scratch[2][0] = scratch[2][2] = read_a();
	for (i = 0; i < width; i++)
		scratch[2][i] = x * i;
	for (i = 0; i < width; i++)
		f[0] += scratch[2][i];
	predict(f, 1);
}
// no-edge: signal:a -> feature:counts_up.f[0]
// no-edge: signal:a -> feature:counts_down.f[0]
// no-edge: signal:a -> feature:counts_away.f[0]
// edge: signal:b -> feature:counts_down.f[0] data
// edge: signal:b -> feature:counts_away.f[0] data
