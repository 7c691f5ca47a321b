/* Memory from one allocation, far below who reads it: what tells the objects apart are the calls near the allocation. */
#include "case.h"
#include <stdlib.h>

static double *left, *right;

static void *allocate(size_t n)
{
	void *p = malloc(n);

	if (!p)
		abort();
	return p;
}

static double *box(double v)
{
	double *t = allocate(sizeof *t);

	*t = v;
	return t;
}

static void set_left(void) { left = box(read_a()); }
static void set_right(void) { right = box(read_b()); }

static void step(void)
{
	if (read_i())
		set_left();
	else
		set_right();
}

static void option(void) { step(); }
static void line(void) { option(); }
static void file(void) { line(); }
static void start(void) { file(); }

int main(void)
{
	while (read_j())
		start();
	double f[2] = { *left, *right };
	return predict(f, 2) > 0;
}
// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
