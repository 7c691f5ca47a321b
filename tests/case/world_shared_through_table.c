/* An entry point that shares memory with the one that runs the model names it nowhere: functions in a table do. */
#include "case.h"

struct context { double last; };

static void keep(struct context *c, double x)
{
	c->last = x;
}

static void drop(struct context *c, double x)
{
	(void)c;
	(void)x;
}

static void (*const ways[])(struct context *, double) = { drop, keep };

void push(struct context *c, int way)
{
	ways[way](c, read_a());
}

double run(struct context *c)
{
	double f[1] = { c->last };
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data state
