/* A function that is called otherwise, a reader of no model, a member that is none. */
// finding: unmatched-manifest-entry function: read_e
// finding: unmatched-manifest-entry of: model:k
// finding: unmatched-manifest-entry ensemble: pair, model: o
// finding: unmatched-manifest-entry world: to: signal:demand
// finding: unmatched-manifest-entry module: other, path: elsewhere/**
// message: unmatched-manifest-entry the nearest is "read_a"
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_e, name: e }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
consumers:
  - { of: "model:k", function: run }
ensembles:
  - { name: pair, models: [m, o] }
world:
  - { from: "consumer:run", to: "signal:demand" }
modules:
  - { name: other, path: "elsewhere/**" }
*/
#include "case.h"

static double kept;

void run(void)
{
	double f[1] = { read_a() };

	kept = predict(f, 1);
}
