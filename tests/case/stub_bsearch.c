// The key chooses the row of a constant table.
#include "case.h"
#include <stdlib.h>

struct row {
	int key;
	double weight;
};

static const struct row table[] = {{1, .5}, {2, .25}, {5, .125}};

static int by_key(const void *a, const void *b)
{
	return ((const struct row *)a)->key - ((const struct row *)b)->key;
}

double run(void)
{
	struct row wanted = {read_i(), read_a()};
	const struct row *hit = bsearch(&wanted, table, 3, sizeof table[0], by_key);
	double f[2];
	f[0] = hit ? hit->weight : 0;
	f[1] = table[0].weight;
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] index
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:i -> feature:run.f[1]
