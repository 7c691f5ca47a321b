// The number of rounds chooses which value arrives.
#include "case.h"

double run(void)
{
	double f[2], x = 1;
	int n = read_i();
	for (int k = 0; k < n; k++)
		x *= 0.5;
	f[0] = x;
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] control
// no-edge: signal:i -> feature:run.f[1]
