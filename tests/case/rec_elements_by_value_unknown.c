/* Two records of one array, passed by value, one of them at an unknown place: their members stay apart. */
#include "case.h"

struct entry { int key; double value; };

static int compare(struct entry a, struct entry b)
{
	return a.key - b.key;
}

void run(void)
{
	struct entry q[2] = { { read_i(), read_a() }, { read_c(), read_b() } };
	double f[1];

	f[0] = compare(q[read_i() & 1], q[0]);
	predict(f, 1);
}
// edge: signal:c -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
