/* How many records, rows or bytes a helper copies or fills it does not know: it may be all that the caller has there. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "case.h"

static void copy(struct pair *to, const struct pair *from, int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

static void copy_rows(double (*to)[2], double (*from)[2], int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

struct vector { struct pair *data; int count, room; };

static void push(struct vector *v, double x, double y)
{
	if (v->count == v->room) {
		v->room = v->room ? 2 * v->room : 1;
		v->data = realloc(v->data, (size_t)v->room * sizeof *v->data);
	}
	v->data[v->count].x = x;
	v->data[v->count].y = y;
	v->count++;
}

void run(void)
{
	struct pair from[2] = { { read_a(), read_b() }, { read_c(), read_d() } }, to[2] = { { 0, 0 } };
	double rows[2][2] = { { read_a(), read_b() }, { read_c(), read_d() } }, copied[2][2] = { { 0 } };
	struct vector v = { 0 };
	double f[4], g[4], h[4];

	copy(to, from, read_i());
	copy_rows(copied, rows, read_i());
	for (int k = 0; k < 2; k++) {
		f[2 * k] = to[k].x;
		f[2 * k + 1] = to[k].y;
		g[2 * k] = copied[k][0];
		g[2 * k + 1] = copied[k][1];
	}
	predict(f, 4);
	predict(g, 4);
	push(&v, read_a(), read_b());
	push(&v, read_c(), read_d());
	for (int k = 0; k < 2; k++) {
		h[2 * k] = v.data[k].x;
		h[2 * k + 1] = v.data[k].y;
	}
	predict(h, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// edge: signal:i -> feature:run.f[3] index
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:a -> feature:run.g[0] data
// edge: signal:d -> feature:run.g[3] data
// no-edge: signal:a -> feature:run.g[3]
// edge: signal:a -> feature:run.h[0] data
// edge: signal:b -> feature:run.h[1] data
// edge: signal:c -> feature:run.h[2] data
// edge: signal:d -> feature:run.h[3] data
// no-edge: signal:a -> feature:run.h[2]
