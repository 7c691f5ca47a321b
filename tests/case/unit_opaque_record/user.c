/* The record is only declared here: its size is known from the other unit. */
#include "../case.h"
#include "engine.h"

struct head { int engine_offset; double level; };

double run(struct head *h)
{
	struct engine *e = (struct engine *)((char *)h + h->engine_offset);
	double f[2];
	h->level = read_b();
	engine_put(e, read_a());
	f[0] = h->level;
	f[1] = engine_get(e);
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
