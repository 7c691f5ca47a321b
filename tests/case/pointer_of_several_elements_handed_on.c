// A pointer taken out of an array by an unknown index, in the callee: which record is changed depends on it, whatever the caller knows.
#include "case.h"

struct seg { double w[3], bias; };

static void add(struct seg **segs, unsigned at, unsigned el, double x)
{
	segs[at % 3]->w[el % 3] += x;
}

double run(void)
{
	struct seg *segs[3];
	double f[2];

	for (int k = 0; k < 3; k++)
		segs[k] = calloc(1, sizeof *segs[k]);
	add(segs, (unsigned)read_i(), (unsigned)read_j(), read_a());
	f[0] = segs[1]->w[2];
	f[1] = segs[0]->bias;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:j -> feature:run.f[0] index
// no-edge: signal:a -> feature:run.f[1]
