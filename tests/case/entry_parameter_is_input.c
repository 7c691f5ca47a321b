/* manifest
version: 1
signals:
  - { parameter: "run(frame)", name: frame }
  - { function: read_a, name: a }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
  - { function: predict_next, input: 0, output: return, name: n }
*/
/* What a declared parameter points to goes to the model as it is, directly and through a table of functions. */
#include "case.h"

static double inner(double *frame, int n)
{
	frame[1] = read_a();
	return predict(frame, 3) + n;
}

static double (*const table[1])(double *, int) = { inner };

int run(double *frame, int n, int which)
{
	return table[which](frame, n) + predict_next(frame + 4, 2) > 0;
}
// edge: signal:frame -> feature:run.frame[0] data
// edge: signal:frame -> feature:run.frame[2] data
// edge: signal:a -> feature:run.frame[1] data
// no-edge: signal:frame -> feature:run.frame[1]
// no-node: signal:run.frame
