/* A static local is zero until a condition holds: nobody assigned that, and the model sees it. */
/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
features:
  - { variable: held }
models:
  - { function: gate, inputs: 0, output: return, name: g }
entries:
  - { function: main }
*/
#include "case.h"

double gate(double width);

int main(void)
{
	static double held;

	for (;;) {
		if (read_a() > 3)
			held = read_b();
		gate(held);
	}
}
// edge: signal:b -> feature:main.held data
// finding: stale-state feature:g.width
// no-finding: unused-feature feature:main.held
