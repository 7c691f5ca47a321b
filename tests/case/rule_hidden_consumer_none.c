/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m, module: core }
consumers:
  - { of: "model:m", function: "use_*" }
modules:
  - { name: rest, path: "**" }
*/
#include "case.h"

static double score(void)
{
	double f[1] = { read_a() };
	return predict(f, 1);
}

static void use_it(double p)
{
	static double best;
	if (p > best)
		best = p;
}

int main(void)
{
	use_it(score());
	return 0;
}
// edge: prediction:m -> consumer:use_it
// no-finding: hidden-consumer
