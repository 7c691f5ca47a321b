/* Two objects whose constructors call a shared one, which calls one for a part, which has an array: each has its own
   array. */
#include "case.h"
#include <stdlib.h>

struct vector { int n; double *data; };
struct filter { int order; struct vector *y; };

static struct vector *new_vector(int n)
{
	struct vector *v = calloc(1, sizeof *v);

	v->n = n;
	v->data = calloc(n, sizeof *v->data);
	return v;
}

static struct filter *new_filter(int order)
{
	struct filter *f = calloc(1, sizeof *f);

	f->order = order;
	f->y = new_vector(order);
	return f;
}

static struct filter *new_section(int order)
{
	return new_filter(order);
}

static struct filter *new_low_pass(void)
{
	return new_section(3);
}

static struct filter *new_high_pass(void)
{
	return new_section(4);
}

static double step(struct filter *f, double x)
{
	int i;

	for (i = f->order - 1; i > 0; i--)
		f->y->data[i] = f->y->data[i - 1];
	f->y->data[0] = x;
	return f->y->data[0] + f->y->data[f->order - 1];
}

static struct filter *low, *high;

void configure(void)
{
	low = new_low_pass();
	high = new_high_pass();
}

void run(void)
{
	double f[2];

	f[0] = step(low, read_a());
	f[1] = step(high, read_b());
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
