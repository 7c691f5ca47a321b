#include "case.h"

/* A function that is given up writes what the callbacks that it has untyped memory for write there. */
#define A1 a = a * b + 1;
#define A10 A1 A1 A1 A1 A1 A1 A1 A1 A1 A1
#define A100 A10 A10 A10 A10 A10 A10 A10 A10 A10 A10
#define A1000 A100 A100 A100 A100 A100 A100 A100 A100 A100 A100
#define A10000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000 A1000

struct machine { void *user; void (*emit)(void *user, double x); };
struct context { double last; int count; };

static void emit(void *user, double x)
{
	struct context *c = user;
	c->last = x;
	c->count++;
}

static void work(struct machine *m, double x)
{
	double a = x, b = 2;
	while (read_i())
		{ A10000 A10000 A10000 A10000 A10000 A10000 }
	m->emit(m->user, a);
}

double run(void)
{
	struct context c = { 0, 0 };
	struct machine m = { &c, emit };
	double f[2];
	work(&m, read_a());
	f[0] = c.last;
	f[1] = c.count;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data assumed
// edge: signal:work -> feature:run.f[1] data
