// Pointers that callers choose and that a callee chooses among: what decides is in both.
#include "case.h"
static double pick(int c, const double *p, const double *q) { const double *r = c ? p : q; return *r; }
static void put(int c, double *p, double *q, double v) { double *r = c ? p : q; *r = v; }
struct profile { double age, size; };
static double read_age(const struct profile *p) { return p->age; }
double run(void)
{
	double f[6], x = read_a(), y = read_b(), u = 0, v = 0;
	struct profile all[4] = { { read_c(), 1 }, { read_d(), 2 } };
	f[0] = pick(read_i(), read_j() ? &x : &y, read_j() ? &y : &x);
	put(read_i(), read_j() ? &u : &v, read_j() ? &v : &u, read_a());
	f[1] = u;
	f[2] = v;
	f[3] = read_age(&all[read_i() & 3]);
	f[4] = read_age(&all[1]);
	f[5] = pick(1, &x, &y);
	return predict(f, 6);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] control
// edge: signal:j -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[1] data
// edge: signal:i -> feature:run.f[1] control
// edge: signal:j -> feature:run.f[1] control
// edge: signal:c -> feature:run.f[3] data
// edge: signal:d -> feature:run.f[3] data
// edge: signal:i -> feature:run.f[3] index
// edge: signal:d -> feature:run.f[4] data
// edge: signal:a -> feature:run.f[5] data
// no-edge: signal:i -> feature:run.f[4]
// no-edge: signal:c -> feature:run.f[4]
// no-edge: signal:i -> feature:run.f[5]
// no-edge: signal:b -> feature:run.f[5]
