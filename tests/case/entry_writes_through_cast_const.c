// A function that takes a pointer to const and writes through it all the same.
#include "case.h"

struct state { double level[4], gain; };

static int touch(const double *p)
{
	double *q = (double *)p;

	q[0] = read_b();
	return 0;
}

void update(struct state *s)
{
	touch(s->level);
}

double run(struct state *s)
{
	double f[1] = { s->level[0] };

	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data state
