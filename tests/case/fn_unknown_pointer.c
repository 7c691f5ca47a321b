// Where the hook points to is known to nobody here.
#include "case.h"

extern double (*hook)(double);

double run(void)
{
	double f[2];
	f[0] = hook(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
// unresolved: 1
