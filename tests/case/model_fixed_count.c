/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: classify, input: { arg: 0, count: 2 }, output: return, name: m }
*/
#include "case.h"

int classify(const double *features);

int run(void)
{
	double f[8];
	f[0] = read_a();
	f[1] = read_b();
	return classify(f);
}
// edge: signal:a -> feature:run.f[0] data
// edge: feature:run.f[1] -> model:m data
// no-edge: feature:run.f[2] -> model:m
