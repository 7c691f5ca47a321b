/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
features:
  - { variable: "run::f" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* The first value of an element is used for another feature and replaced before the model reads it. */
#include "case.h"

double run(void)
{
	double f[3];
	f[0] = read_a();
	f[1] = f[0] * f[0];
	f[0] = read_b();
	f[2] = f[0] + read_c();
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[0] data
// edge: feature:run.f[0] -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: feature:run.f[0] -> feature:run.f[1]
