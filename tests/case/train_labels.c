/* What a model is fitted to: its labels are signals with that role, its predictions come back. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m, state: true }
training:
  - { function: fit, features: { arg: 0 }, label: 1, of: "model:m" }
*/
// node: consumer:run
// edge: prediction:m -> consumer:run data
// finding: label-leakage *
#include "case.h"
void fit(const double *features, double label, double weight);

void run(void)
{
	double f[2], g[1];

	f[0] = read_a();
	f[1] = read_b();
	g[0] = predict(f, 2);
	fit(g, read_b(), 1);
}
