/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: layer, input: 1, output: 0, name: layer }
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: head }
*/
/* Two elements of what one model gave are two values; one of them twice is one. */
#include "case.h"

void layer(double *out, const double *in);

double run(void)
{
	double in[1] = { read_a() }, out[3] = { 0 };

	layer(out, in);
	return predict(out, 3);
}
// edge: prediction:layer -> feature:run.out[0] data
// no-finding: redundant-feature
