/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: step, input: { arg: 0, count: 1 }, output: return, state: 1, name: net }
*/
/* What the model keeps in memory that the caller lends it is no feature, and the next call is not fed with it. */
#include "case.h"

struct memory { double h[2]; };

static double step(const double *in, struct memory *m)
{
	m->h[1] = m->h[0];
	m->h[0] = in[0] + m->h[1];
	return m->h[0];
}

double run(struct memory *m)
{
	double f[1];
	f[0] = read_a();
	double p = step(f, m);
	return p + m->h[1];
}
// edge: signal:a -> feature:run.f[0] data
// edge: feature:run.f[0] -> model:net data
// edge: prediction:net -> consumer:run data
// no-edge: feature:run.f[0] -> consumer:run
// no-finding: feedback-loop
