/* A helper clears a record on a condition, which may be the one that members were written to: each is cleared, or what it was. */
#include "case.h"
#include <string.h>

struct rec { float f[3]; int used; };

static int clear(void *s, size_t n)
{
	if (!s)
		return 1;
	memset(s, 0, n);
	return 0;
}

void step(struct rec *r, struct rec *twin)
{
	r->f[0] = read_a();
	r->f[1] = read_b();
	r->used = read_i();
	clear(twin, sizeof *twin);
	double f[4] = { r->f[0], r->f[1], r->f[2], r->used };
	predict(f, 4);
}
// edge: signal:a -> feature:step.f[0] data
// edge: signal:b -> feature:step.f[1] data
// edge: signal:rec.f -> feature:step.f[2] data
// edge: signal:i -> feature:step.f[3] data
// no-edge: signal:b -> feature:step.f[0]
// no-edge: signal:a -> feature:step.f[1]
// no-edge: signal:i -> feature:step.f[1]
// no-edge: signal:a -> feature:step.f[2]
// no-edge: signal:b -> feature:step.f[3]
