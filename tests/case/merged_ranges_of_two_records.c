// Two records in one block, each with many arrays that are written at unknown places: too many ranges to tell apart, but what is
// merged stays in its record.
#include "case.h"
#include <stdlib.h>

#define TEN(x) X(x##0) X(x##1) X(x##2) X(x##3) X(x##4) X(x##5) X(x##6) X(x##7) X(x##8) X(x##9)
#define ALL TEN(a1) TEN(a2) TEN(a3) TEN(a4) TEN(a5) TEN(a6) TEN(a7) TEN(a8) TEN(a9)

#define X(name) double name[4];
struct record { ALL };
#undef X

static void fill(struct record *r, double x, unsigned i)
{
#define X(name) r->name[i % 4] += x;
	ALL
#undef X
}

double run(void)
{
	char *block = calloc(2, sizeof(struct record));
	struct record *first = (struct record *)block, *second = (struct record *)(block + sizeof *first);
	double f[2];

	fill(first, read_a(), (unsigned)read_i());
	fill(second, read_b(), (unsigned)read_j());
	f[0] = first->a33[0];
	f[1] = second->a55[1];
	free(block);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// edge: signal:b -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] index
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
