// This fabs is the program's own and forgets its argument.
// flags: -fno-builtin
#include "case.h"

double fabs(double x)
{
	(void)x;
	return 1;
}

double run(void)
{
	double f[2];
	f[0] = fabs(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
// no-edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
