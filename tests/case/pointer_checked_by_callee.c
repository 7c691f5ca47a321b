#include "case.h"
#include <stdlib.h>
#include <string.h>

/* A callee that checks its pointer: where the caller has checked it already, nothing old is left by its reset. */
struct peak { int count; double most; };

static void reset(struct peak *p)
{
	if (!p)
		return;
	memset(p, 0, sizeof *p);
}

static void add(struct peak *p, double x)
{
	if (!p)
		return;
	if (x > p->most)
		p->most = x;
	p->count++;
}

double run(void)
{
	double f[2];
	struct peak *p = malloc(sizeof *p), *q = malloc(sizeof *q);
	if (!p)
		return 0;
	memset(p, 0, sizeof *p);
	add(p, read_a());
	reset(p);
	add(p, read_b());
	f[0] = p->most;
	reset(q);
	add(q, read_c());
	reset(q);
	f[1] = q ? q->most : read_d();
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:d -> feature:run.f[1] data
