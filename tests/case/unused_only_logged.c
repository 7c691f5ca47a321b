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
#include <stdio.h>

struct traits { double age, legacy; };

double run(void)
{
	struct traits t;
	double f[1];
	t.age = read_a();
	t.legacy = read_b();
	f[0] = t.age;
	printf("%f\n", t.legacy);
	return predict(f, 1);
}
// finding: unused-feature feature:traits.legacy
// no-finding: unused-feature feature:traits.age
