/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
features:
  - { field: "struct traits.*" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct traits { double band, rate; };

static void extract(struct traits *t)
{
	t->band = read_b();
	t->rate = read_a();
	t->band = read_a() > 20 ? 1 : 0;
}

double run(void)
{
	struct traits t;
	double f[2];
	extract(&t);
	f[0] = t.band;
	f[1] = t.rate;
	return predict(f, 2);
}
// edge: signal:a -> feature:traits.band control
// no-edge: signal:b -> feature:traits.band
// finding: unused-feature feature:traits.band
// no-finding: unused-feature feature:traits.rate
