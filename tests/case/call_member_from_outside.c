/* The table comes from outside, what may stand in it is what the program puts there. */
#include "case.h"

struct ops { double (*scale)(double); double (*other)(double); };

static double twice(double x) { return 2 * x; }
static double half(double x) { return x / 2 + read_b(); }
static double never(double x) { return x + read_c(); }

void register_ops(struct ops *o, int k)
{
	o->scale = k ? twice : half;
	if (k > 1)
		o->scale = half;
	if (k > 2)
		o->scale = twice;
	o->other = never;
}

double run(struct ops *o)
{
	double f[1];
	f[0] = o->scale(read_a());
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// unresolved: 0
