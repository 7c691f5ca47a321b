/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: infer, input: { arg: 0, count: 2 }, output: { arg: 1, count: 2 }, name: m }
*/
#include "case.h"

void infer(const double *features, double *classes);

static int best(const double *classes)
{
	return classes[0] > classes[1] ? 0 : 1;
}

int main(void)
{
	double f[2] = { read_a(), read_b() }, classes[2];
	infer(f, classes);
	return best(classes);
}
// edge: signal:a -> feature:main.f[0] data
// edge: model:m -> prediction:m data
// edge: prediction:m -> consumer:best
