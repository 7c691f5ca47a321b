/* A member array of a record inside the caller's record, read at an unknown index: named as its record's member, whatever it lies in. */
#include "case.h"

struct inner { int count; float history[8]; float other[8]; };
struct outer { int rate; struct inner analysis; };

double run(struct outer *o)
{
	double f[1];
	int at = read_i();
	f[0] = o->analysis.history[at & 7] + o->analysis.history[3];
	return predict(f, 1);
}
// edge: signal:inner.history -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] index
// no-edge: signal:inner.other -> feature:run.f[0]
// no-node: signal:outer[0].analysis.history
