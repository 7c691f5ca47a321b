/* What one model is fitted to is no label of another: it may well be an input there. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
training:
  - { function: fit, features: { arg: 0 }, label: 1, of: "model:m" }
*/
// no-finding: label-leakage
// edge: signal:b -> feature:run.g[0] data
#include "case.h"
void fit(const double *features, double label);

double run(void)
{
	double answer = read_b(), f[1] = { read_a() }, g[1] = { answer };

	fit(f, answer);
	return predict(f, 1) + predict_next(g, 1);
}
