/* A function pointer that is copied as bytes of a vector of anything, in a program whose first pointer is one to a record. */
#include <string.h>

struct inputs { double s; };

double first(const struct inputs *in)
{
	return in->s;
}

#include "case.h"

struct vector { void *data; size_t size; };

static void get(const struct vector *v, size_t k, void *item)
{
	memcpy(item, (const char *)v->data + k * v->size, v->size);
}

static double plus(double x) { return x + 1; }
static double twice(double x) { return x * 2; }

void run(const struct inputs *in)
{
	double (*table[2])(double) = { plus, twice }, (*g)(double), f[3];
	struct vector v = { table, sizeof *table };

	get(&v, 0, &g);
	f[0] = g(read_a());
	get(&v, 1, &g);
	f[1] = g(read_b());
	f[2] = in->s;
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:unknown function -> feature:run.f[0]
// no-edge: signal:unknown function -> feature:run.f[1]
// unresolved: 0
