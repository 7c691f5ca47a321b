/* A chain of elements that call each other through their pads: default_chain is reached again while it runs, but for another
   element. Reduced from a program in the style of GStreamer. */
#include "case.h"
#include <stddef.h>
#include <stdlib.h>

#define container_of(ptr, type, member) ((type *)((char *)(ptr) - offsetof(type, member)))

struct pad { struct pad *peer; void (*chain)(struct pad *, double *); };
struct element { void (*work)(struct element *, double *); struct pad sink, src; double gain; };

static void default_chain(struct pad *pad, double *x)
{
	struct element *e = container_of(pad, struct element, sink);

	e->work(e, x);
}

static void amplify(struct element *e, double *x)
{
	*x *= e->gain;
	e->src.peer->chain(e->src.peer, x);
}

static void finish(struct element *e, double *x)
{
	double f[2] = { *x, e->gain };

	predict(f, 2);
}

static struct element *element_new(void (*work)(struct element *, double *), double gain)
{
	struct element *e = calloc(1, sizeof *e);

	if (!e)
		abort();
	e->work = work;
	e->sink.chain = default_chain;
	e->gain = gain;
	return e;
}

int main(void)
{
	struct element *first = element_new(amplify, read_a()), *last = element_new(finish, read_b());
	double x = read_c();

	first->src.peer = &last->sink;
	first->sink.chain(&first->sink, &x);
	return 0;
}

// edge: signal:a -> feature:finish.f[0] data
// edge: signal:c -> feature:finish.f[0] data
// no-edge: signal:b -> feature:finish.f[0]
// edge: signal:b -> feature:finish.f[1] data
// no-edge: signal:a -> feature:finish.f[1]
// no-edge: signal:c -> feature:finish.f[1]
// unresolved: 0
