/* The inputs are handed to an unknown function: nothing is certain. */
// no-finding: zero-weight-feature
/* manifest +
  - { function: linear, input: 0, output: return, name: linear }
*/
#include "case.h"

double unknown(const double *x);

double linear(const double *x)
{
	return x[0] + unknown(x);
}

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = read_b();
	return linear(f);
}
