#include "case.h"

struct context { double last, other; };

double run(struct context *context)
{
	double f[2];
	f[0] = context->last;
	f[1] = context->other;
	context->last = read_a();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data state
// no-edge: signal:a -> feature:run.f[1]
