/* A strong update cuts two wide cells so that both are left in one place: a call hands on both. */
#include "case.h"

static double kept[4];

static void step(void)
{
	kept[read_i() & 3] = read_a();
	kept[read_j() & 1] = read_b();
	kept[1] = 2;
}

void run(void)
{
	double f[1];

	step();
	f[0] = kept[0];
	predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[0] index
