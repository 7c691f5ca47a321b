/* How much a callee moves rests on a counter that it takes by address, and has counted down before. */
#include "case.h"

#include <string.h>

static void remove_first(void *items, int *n, size_t size)
{
	char *p = items;

	--*n;
	memmove(p, p + size, (size_t)*n * size);
}

void run(void)
{
	double a = read_a(), b = read_b(), c = read_c(), *kept[3] = { &a, &b, &c };
	int n = 3;
	double f[2];

	remove_first(kept, &n, sizeof *kept);
	f[0] = *kept[0];
	f[1] = *kept[1];
	predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
