/* A record that is assigned to itself stays what it is; elements that are kept move up. */
#include "case.h"

struct item { double v; int keep; };

static void set(struct pair *to, const struct pair *from)
{
	*to = *from;
}

void run(void)
{
	struct pair p[2] = { { read_a(), 2 }, { read_b(), 4 } };
	struct item all[3] = { { read_c(), 1 }, { 2, 0 }, { read_d(), 1 } };
	double f[4];
	int n = 0;

	p[1] = p[1];
	set(&p[0], &p[0]);
	f[0] = p[0].x;
	f[1] = p[1].x;
	for (int k = 0; k < 3; k++)
		if (all[k].keep)
			all[n++] = all[k];
	f[2] = all[0].v;
	f[3] = all[1].v;
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// edge: signal:d -> feature:run.f[3] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:d -> feature:run.f[2]
