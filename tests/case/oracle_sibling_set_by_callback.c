/* A function that sets a property calls back one that sets another with it: a recursion whose writes are each to one place.
   Found by the oracle. */
#include "case.h"

struct property { double value; void (*changed)(void *, double); void *who; };
struct gauge { struct property first, view; };

static void set(struct property *p, double value)
{
	p->value = value;
	if (p->changed)
		p->changed(p->who, value);
}

static void follow(void *who, double now)
{
	struct gauge *g = who;

	set(&g->view, now / 2);
}

void run(void)
{
	static struct gauge g;
	double f[2];

	g.first.changed = follow;
	g.first.who = &g;
	set(&g.first, read_a());
	f[0] = g.view.value;
	set(&g.first, read_b());
	f[1] = g.view.value;
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
