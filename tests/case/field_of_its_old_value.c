/* manifest +
features:
  - { variable: "run::x" }
  - { field: "filter.state" }
*/
#include "case.h"

struct filter { double state[2]; };

static struct filter filter;

static void keep(struct filter *f, double in)
{
	f->state[1] = in > 1 ? f->state[0] : f->state[1];
	f->state[0] = in;
}

static void clamp(double *v, double most)
{
	*v = most < *v ? most : *v;
}

/* What is made of the old value and of something else is an assignment, here and in a callee. */
double run(void)
{
	double x[2];
	x[0] = read_a();
	double t = read_b();
	x[0] = t > x[0] ? t : x[0];
	x[1] = read_c();
	clamp(&x[1], read_d());
	keep(&filter, x[0]);
	double f[3] = { x[0], x[1], filter.state[1] };
	return predict(f, 3);
}
// edge: signal:a -> feature:run.x[0] data
// edge: signal:b -> feature:run.x[0] data
// edge: signal:c -> feature:run.x[1] data
// edge: signal:d -> feature:run.x[1] data
// edge: feature:run.x[0] -> feature:filter.state[0] data
// edge: feature:filter.state[1] -> model:m data
// no-finding: unused-feature
