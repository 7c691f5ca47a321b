/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: { arg: 0, count: { arg: 1 } }, output: return, name: n }
features:
  - { variable: p }
  - { variable: q, name: "second" }
*/
/* Two variables of one record type that are declared are features of their own; those that are not are one, called after
   the type. */
#include "case.h"

typedef union { double array[2]; struct { double x, y; } axis; } vector;

void run(void)
{
	vector p = { { read_a(), 1 } }, q = { { read_b(), 2 } }, r = { { read_a(), 3 } };
	predict(p.array, 2);
	predict_next(q.array, 2);
	predict_next(r.array, 2);
}
// edge: signal:a -> feature:run.p.array[0] data
// edge: signal:b -> feature:second.array[0] data
// edge: signal:a -> feature:vector.array[0] data
// no-edge: signal:a -> feature:second.array[0]
// edge: feature:second.array[0] -> model:n
// no-edge: feature:run.p.array[0] -> model:n
