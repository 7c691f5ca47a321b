/* A whole column of a dense layer is zero. */
// finding: zero-weight-feature feature:run.f[1]
// no-finding: zero-weight-feature feature:run.f[0]
/* manifest +
  - { function: linear, input: 0, output: return, name: linear }
*/
#include "case.h"

static const double w[2][3] = { { 0.7, 0.0, -1.2 }, { 0.3, 0.0, 0.5 } };

double linear(const double *x)
{
	double sum = 0;

	for (int j = 0; j < 2; j++)
		for (int i = 0; i < 3; i++)
			sum += w[j][i] * x[i];
	return sum;
}

double run(void)
{
	double f[3];

	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return linear(f);
}
