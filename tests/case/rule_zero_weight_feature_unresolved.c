/* The inputs are handed to an unknown function: nothing is certain. */
// no-finding: zero-weight-feature
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
