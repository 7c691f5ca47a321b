/* An entry point that only trains: its label is one, wherever else the model is served. */
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
// finding: label-leakage signal:b
#include "case.h"
void fit(const double *features, double label);

void learn(void)
{
	double f[2] = { read_a(), 0 };

	fit(f, read_b());
}

double run(void)
{
	double f[2] = { read_a(), read_b() > 0 };

	return predict(f, 2);
}
