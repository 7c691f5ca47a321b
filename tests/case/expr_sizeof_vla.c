// The size of a variable length array is computed at run time.
#include "case.h"

double run(void)
{
	double f[1];
	int n = read_i() & 7;
	char v[n + 1];
	f[0] = sizeof v;
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] data
