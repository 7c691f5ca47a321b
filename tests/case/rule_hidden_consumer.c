/* manifest
version: 1
signals:
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m, module: core }
consumers:
  - { of: "model:m", function: decide }
modules:
  - { name: rest, path: "**" }
*/
#include "case.h"

static double probability;

static int decide(void)
{
	double f[1] = { read_a() };
	probability = predict(f, 1);
	return probability > 0.5;
}

static int shown(void)
{
	return (int)(probability * 100);
}

int main(void)
{
	int decided = decide(), percent = shown();
	return decided ? percent : 0;
}
// edge: prediction:m -> consumer:decide
// edge: prediction:m -> consumer:shown
// finding: hidden-consumer consumer:shown
// no-finding: hidden-consumer consumer:decide
