/* A label that no feature is made of; a call with the same arguments that does not train. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
training:
  - { function: fit, features: { arg: 0 }, label: 1, of: "model:m" }
*/
// no-edge: prediction:m -> consumer:run
// no-finding: label-leakage *
#include "case.h"
void fit(const double *features, double label, double weight);

double last;

double run(void)
{
	double f[1], g[1];

	f[0] = read_a();
	g[0] = read_a();
	fit(g, read_b(), 1);
	predict(f, 1);
	return 0;
}
