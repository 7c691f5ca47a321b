/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
features:
  - { field: "struct traits.*" }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
*/
#include "case.h"

struct traits { double age, legacy; };

double run(void)
{
	struct traits t;
	double f[1];
	t.age = read_a();
	t.legacy = read_b();
	f[0] = t.age;
	return predict(f, 1);
}
// edge: signal:a -> feature:traits.age data
// edge: signal:b -> feature:traits.legacy data
// finding: unused-feature feature:traits.legacy
// no-finding: unused-feature feature:traits.age
