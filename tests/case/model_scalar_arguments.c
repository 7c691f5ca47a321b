/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: rate, input: [0, 1], output: return, name: m }
*/
#include "case.h"

double rate(double age, double income);

double run(void)
{
	return rate(read_a(), read_b() > 0 ? 1 : 0);
}
// edge: signal:a -> feature:m.age data
// edge: signal:b -> feature:m.income control
// edge: feature:m.age -> model:m data
// edge: feature:m.income -> model:m data
// no-edge: signal:b -> feature:m.age
