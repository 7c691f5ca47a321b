/* manifest
version: 1
signals:
  - { parameter: "run(x)" }
  - { parameter: "run(frame)" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

double run(double x, const double *frame)
{
	double f[2];
	f[0] = x;
	f[1] = frame[0] + frame[1];
	return predict(f, 2);
}
// edge: signal:run.x -> feature:run.f[0] data
// edge: signal:run.frame -> feature:run.f[1] data
// no-edge: signal:run.frame -> feature:run.f[0]
// no-finding: undeclared-source
