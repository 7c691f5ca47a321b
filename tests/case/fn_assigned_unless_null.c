/* A function that fills a declared feature on one of its ways: what was there before is no source of the assignment. */
#include "case.h"

struct history { int low[100]; };

static struct history kept;

static int init(struct history *h)
{
	if (!h)
		return -1;
	for (int i = 0; i < 100; i++)
		h->low[i] = (int)read_b();
	return 0;
}

int reset(struct history *h)
{
	return init(h);
}

double run(void)
{
	double f[2] = {read_a(), 0};

	reset(&kept);
	f[1] = kept.low[3];
	kept.low[4] = (int)read_c();
	return predict(f, 2);
}
/* manifest +
features:
  - { field: history.low }
*/
// edge: signal:b -> feature:history.low[0..99] data
// edge: signal:c -> feature:history.low[4] data
// no-edge: feature:history.low[4] -> feature:history.low[0..99]
// edge: feature:history.low[0..99] -> model:m data
// no-edge: feature:history.low[0..99] -> feature:history.low[0..3]
