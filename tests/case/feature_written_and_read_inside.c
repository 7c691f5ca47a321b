/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
features:
  - { variable: "run::energy" }
  - { variable: "run::tone" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
/* A declared feature that one callee fills and another, called by the same function, uses. */
#include "case.h"

static void fill(double *to, double x)
{
	to[0] = x * x;
}

static void compute(double *energy, double *tone, double *f)
{
	fill(energy, read_a());
	fill(tone, read_b());
	f[0] = energy[0] + read_c();
	f[1] = tone[0] * energy[0] + read_c();
}

double run(void)
{
	double energy[1], tone[1], f[2];
	compute(energy, tone, f);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.energy[0] data
// edge: signal:b -> feature:run.tone[0] data
// no-edge: signal:a -> feature:run.tone[0]
// edge: feature:run.energy[0] -> feature:run.f[0] data
// edge: feature:run.energy[0] -> feature:run.f[1] data
// edge: feature:run.tone[0] -> feature:run.f[1] data
// no-edge: feature:run.tone[0] -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[0]
