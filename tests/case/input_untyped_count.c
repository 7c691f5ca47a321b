/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: fill, value: { arg: 0, count: { arg: 1 } }, name: filled }
models:
  - { function: classify, input: { arg: 0, count: 2 }, output: { arg: 1, count: 2 }, name: m }
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
*/
/* Behind void *, a count says how many of something: none of them is left out. */
#include "case.h"

void classify(const void *input, void *output), fill(void *to, int n);

void run(void)
{
	double f[2] = { read_a(), read_b() }, out[2] = { 0, 0 }, got[4] = { 0, 0, 0, 0 };
	struct pair pairs[2] = { { 0, 0 }, { 0, 0 } };

	classify(f, out);
	fill(got, 2);
	fill(pairs, 2);
	got[0] = out[1];
	got[2] = pairs[1].y;
	predict(got, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: prediction:m -> feature:run.got[0] data
// edge: signal:filled -> feature:run.got[1] data
// edge: signal:filled -> feature:run.got[2] data
