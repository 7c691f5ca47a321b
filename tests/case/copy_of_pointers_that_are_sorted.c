/* Pointers to records that are sorted by what they point to. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

struct item { double key, value; };

static int order(const void *x, const void *y)
{
	const struct item *a = *(struct item *const *)x, *b = *(struct item *const *)y;

	return a->key < b->key ? -1 : a->key > b->key;
}

void run(void)
{
	struct item a = { read_a(), read_b() }, b = { read_c(), read_d() }, *all[2] = { &a, &b };
	double f[1];

	qsort(all, 2, sizeof *all, order);
	f[0] = all[0]->value;
	predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[0]
// edge: signal:c -> feature:run.f[0]
