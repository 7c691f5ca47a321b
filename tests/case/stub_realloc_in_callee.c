// <stdlib.h>: a vector that grows in a function of its own keeps its elements apart, as far as lengths are known.
#include "case.h"
#include <stdlib.h>

struct vector { double *data; int count, room; };

static double *grow(double *old, int count)
{
	double *now = realloc(old, count * sizeof *now);

	if (!now)
		abort();
	return now;
}

static void push(struct vector *v, double value)
{
	if (v->count == v->room) {
		v->room = v->room ? v->room * 2 : 2;
		v->data = realloc(v->data, v->room * sizeof *v->data);
	}
	v->data[v->count++] = value;
}

double run(void)
{
	struct vector v = { 0 };
	double *g = grow(NULL, 2);

	g[0] = read_a();
	g[1] = read_b();
	g = grow(g, 4);
	g[2] = read_c();
	push(&v, read_a());
	push(&v, read_b());
	push(&v, read_c());
	return predict(g, 3) + predict_next(v.data, v.count);
}
// edge: signal:a -> feature:grow.now[0] data
// edge: signal:b -> feature:grow.now[1] data
// edge: signal:c -> feature:grow.now[2] data
// no-edge: signal:a -> feature:grow.now[1]
// no-edge: signal:b -> feature:grow.now[0]
// edge: signal:a -> feature:vector.data[0] data
// edge: signal:b -> feature:vector.data[1] data
// edge: signal:c -> feature:vector.data[2] data
// no-edge: signal:a -> feature:vector.data[1]
// no-edge: signal:b -> feature:vector.data[0]
