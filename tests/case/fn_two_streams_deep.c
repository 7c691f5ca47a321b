#include "case.h"

static double inner(double x) { return x * x; }
static double middle(double x) { double y = inner(x); return y + 1; }
static double outer(double x) { return middle(x) / 2; }

double run(void)
{
	double f[3];
	f[0] = outer(read_a());
	f[1] = outer(read_b());
	f[2] = middle(read_c());
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[1]
