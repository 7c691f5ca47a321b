/* A variable that keeps its value is passed to a model by value: nothing flows from there back into the variable. */
/* manifest
version: 1
signals:
  - { function: read_b, name: b }
  - { function: read_i, name: i }
features:
  - { variable: held }
models:
  - { function: gate, inputs: 0, output: return, name: g }
*/
#include "case.h"

double gate(double width);
static double held;

void run(void)
{
	if (read_i() > 3)
		held = read_b();
	gate(held);
}
// edge: signal:b -> feature:held data
// edge: signal:i -> feature:held control
// edge: feature:held -> feature:g.width data
// edge: feature:g.width -> model:g data
// no-edge: feature:g.width -> feature:held
// no-finding: feedback-loop
