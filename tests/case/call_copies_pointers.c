/* Pointers that a helper copies, as many as it does not know, still lead where they did. */
#include <stdlib.h>
#include <string.h>
#include "case.h"

static double **grow(double **data, int n)
{
	return realloc(data, (size_t)n * sizeof *data);
}

static void copy(double **to, double **from, int n)
{
	memcpy(to, from, (size_t)n * sizeof *to);
}

struct list { double **data; int count; };

static void delete(struct list *list, int at)
{
	memmove(list->data + at, list->data + at + 1, (size_t)(list->count - at - 1) * sizeof *list->data);
	list->count--;
}

void run(void)
{
	double a = read_a(), b = read_b(), c = read_c(), f[4], **grown = malloc(sizeof *grown);
	double *from[2] = { &a, &b }, *to[2] = { &c, &c }, *deleted[3] = { &a, &b, &c };
	struct list list = { deleted, 3 };

	grown[0] = &a;
	grown = grow(grown, 4);
	copy(to, from, 1 + (read_i() & 1));
	delete(&list, read_j() % 3);
	f[0] = *grown[0];
	f[1] = *to[0];
	f[2] = *to[1];
	f[3] = *list.data[1];
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
// edge: signal:b -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
// edge: signal:c -> feature:run.f[3] data
// edge: signal:j -> feature:run.f[3] index
// unresolved: 0
