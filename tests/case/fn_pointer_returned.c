#include "case.h"

static double *larger(double *x, double *y)
{
	return *x > *y ? x : y;
}

static double *second(struct pair *p)
{
	return &p->y;
}

double run(void)
{
	struct pair p = { read_a(), read_b() };
	double f[2], c = read_c();
	f[0] = *larger(&p.x, &c);
	*second(&p) = read_d();
	f[1] = p.y;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[1]
