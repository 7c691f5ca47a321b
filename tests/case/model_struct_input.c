/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
models:
  - { function: score, input: 0, output: return, name: m }
*/
#include "case.h"

struct traits { double age, rate; };

double score(const struct traits *traits);

double run(void)
{
	struct traits traits;
	traits.age = read_a();
	traits.rate = read_b();
	return score(&traits);
}
// edge: signal:a -> feature:traits.age data
// edge: signal:b -> feature:traits.rate data
// edge: feature:traits.age -> model:m data
// edge: feature:traits.rate -> model:m data
// no-edge: signal:b -> feature:traits.age
