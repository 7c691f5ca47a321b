/* A declared feature that no model reads: what is overwritten before anything reads it is no value of it. */
#include "case.h"

struct history { int low[3]; };

static struct history kept;

double run(void)
{
	double f[2] = {read_a(), 0};
	int old = kept.low[1];
	for (int i = 1; i < 3; i++)
		kept.low[i - 1] = kept.low[i];
	kept.low[2] = (int)read_b();
	kept.low[2] = (int)read_c();
	if (old > 3)
		f[1] = 1;
	return predict(f, 2);
}
/* manifest +
features:
  - { field: history.low }
*/
// edge: signal:c -> feature:history.low[2] data
// no-edge: signal:b -> feature:history.low[2]
// edge: feature:history.low[2] -> feature:history.low[1] data state
