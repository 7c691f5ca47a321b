/* A pointer that may be NULL, or a number, is not certainly where it can point to. */
#include "case.h"
#include <stdint.h>
#include <stdlib.h>

static double one, other;
static void *nothing = (void *)"nothing";

static void *look(void *v)
{
	return v ? v : nothing;
}

void run(void)
{
	double f[5], *p = read_a() > 1 ? &one : NULL, *q = malloc(8), *same = q;
	double *r = read_c() > 1 ? &other : (double *)(intptr_t)read_d();
	void *found = look((void *)(intptr_t)read_i());

	f[0] = p == &one ? 1 : 2;
	if (read_b() > 2)
		q = NULL;
	f[1] = q == same ? 1 : 2;
	f[2] = r != &other ? 1 : 2;
	f[3] = found == nothing ? -1 : (intptr_t)found;
	f[4] = same == same + 0 ? 1 : 2;
	predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[1] control
// edge: signal:c -> feature:run.f[2] control
// edge: signal:d -> feature:run.f[2] control
// edge: signal:i -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[4]
