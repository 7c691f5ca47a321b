/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
features:
  - { emit: { function: collect, name: 0, value: 1 } }
*/
#include "case.h"

int collect(const char *name, double value);

void run(void)
{
	double motion = read_a();
	collect("motion", motion / 2);
	collect("detail", read_b() > 1 ? 1 : 0);
}
// edge: signal:a -> feature:motion data
// edge: signal:b -> feature:detail control
// no-edge: signal:b -> feature:motion
// no-edge: signal:a -> feature:detail
