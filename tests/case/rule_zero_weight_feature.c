/* A zero in the weights of a linear model. */
// finding: zero-weight-feature feature:run.f[1]
// no-finding: zero-weight-feature feature:run.f[0]
// no-finding: zero-weight-feature feature:run.f[2]
// message: zero-weight-feature in w are zero
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
  - { function: read_i, name: i }
  - { function: read_j, name: j }
  - { function: read_block, value: 0, name: block }
  - { function: read_text, value: 0, name: text }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
  - { function: linear, input: 0, output: return, name: linear }
*/
#include "case.h"

static const double w[3] = { 0.7, 0.0, -1.2 };

double linear(const double *x)
{
	double sum = 0;

	for (int i = 0; i < 3; i++)
		sum += w[i] * x[i];
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
