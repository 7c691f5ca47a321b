#include "case.h"

static void fill(double *f)
{
	f[0] = read_a();
	f[1] = read_b();
}

static void correct(double *f)
{
	f[1] = read_c();
}

double run(void)
{
	double f[2];
	fill(f);
	correct(f);
	return predict(f, 2);
}
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[1]
// finding: unused-feature feature:run.f[1]
// no-finding: unused-feature feature:run.f[0]
