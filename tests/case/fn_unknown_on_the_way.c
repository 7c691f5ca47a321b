/* An edge whose way goes through a function without definition rests on an assumption, also when that is in a callee. */
#include "case.h"

double mangle(double x);

static double below(double x) { return 2 * mangle(x); }

double run(void)
{
	double f[2];
	f[0] = below(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data assumed
// edge: signal:b -> feature:run.f[1] data
