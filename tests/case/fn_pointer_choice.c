#include "case.h"

static double same(double x) { return x; }
static double none(double x) { (void)x; return 0; }

double run(void)
{
	double (*change)(double) = read_i() ? same : none;
	double f[2];
	f[0] = change(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
