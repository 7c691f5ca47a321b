// The only function that writes into the record writes a member of one inside it; a variable is written through a pointer only.
#include "case.h"

struct inner { double x, y; };
struct outer { int n; struct inner in; };

static double last[2];
static double *const slot = last;

void update(struct outer *o)
{
	o->in.x = read_b();
}

double run(struct outer *o)
{
	double f[1] = { o->in.x };

	slot[0] = predict(f, 1);
	return 0;
}

double show(void)
{
	return last[0];
}
// edge: signal:b -> feature:run.f[0] data state
// edge: prediction:m -> consumer:show data state
