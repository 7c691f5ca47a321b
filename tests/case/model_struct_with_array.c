/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct frame { int number; double features[2]; };

double run(void)
{
	struct frame frame = { .number = 3 };
	frame.features[0] = read_a();
	frame.features[1] = read_b();
	return predict(frame.features, 2);
}
// edge: signal:a -> feature:frame.features[0] data
// edge: signal:b -> feature:frame.features[1] data
// no-edge: signal:b -> feature:frame.features[0]
// no-node: feature:frame.number
