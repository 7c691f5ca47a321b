/* A generated tree never reads a slot. */
// finding: zero-weight-feature feature:run.f[1]
// no-finding: zero-weight-feature feature:run.f[2]
// message: zero-weight-feature never reads it
/* manifest +
  - { function: linear, input: 0, output: return, name: linear }
*/
#include "case.h"

double linear(const double *x)
{
	if (x[0] < 0.5)
		return x[2] < 3 ? 0.1 : 0.4;
	return 0.9;
}

double run(void)
{
	double f[3];

	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return linear(f);
}
