/* Before C99 had flexible array members, an array of one element at the end of a record stood for as many as it was given
   memory for. */
#include "case.h"
#include <stdlib.h>

struct channels { int count; double first[1], rest[1]; };
struct nested { int count; struct channels inner; };

void run(void)
{
	int count = read_i(), k = read_j();
	struct channels *c = malloc(sizeof *c + count * sizeof(double));
	struct nested *n = malloc(sizeof *n + count * sizeof(double));
	double f[4];

	if (!c || !n)
		return;
	c->rest[0] = read_a();
	c->first[k] = read_b();
	for (int i = 1; i < count; i++)
		c->rest[i] = read_c();
	n->inner.rest[k] = read_d();
	f[0] = c->rest[k];
	f[1] = c->first[0];
	f[2] = n->inner.rest[2];
	f[3] = c->rest[1];
	predict(f, 4);
}

// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[1]
// edge: signal:d -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[3]
