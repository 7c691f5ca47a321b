#include "case.h"

static void put(struct pair *p, double x) { p->x = x; }
static void set(struct pair *p, double x) { put(p, x + 1); }
static double get(const struct pair *p) { return p->x; }

double run(void)
{
	struct pair p, q;
	double f[2];
	set(&p, read_a());
	set(&q, read_b());
	f[0] = get(&p);
	f[1] = get(&q);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
