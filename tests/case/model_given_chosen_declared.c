/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
features:
  - { field: "user.*", name: "user.{field}" }
  - { variable: weights, name: "{function}.bias" }
  - { variable: shared, name: context }
models:
  - { function: score, input: { arg: 0 }, output: return }
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return }
*/
/* Declared features keep their names when something chooses which of them a model is given. A declared variable has the name
   that the manifest gives it, an array, too. */
#include "case.h"

struct user {
	double age, income;
};
double score(const struct user *user);

static struct user first, second;
static double shared[2];

double run(void)
{
	double weights[1] = { read_a() };
	first.age = read_a();
	second.age = read_b();
	second.income = read_b();
	shared[0] = read_b();
	shared[1] = read_a();
	return score(read_c() > 0 ? &first : &second) + predict(weights, 1) + predict(shared, 2);
}
// edge: signal:a -> feature:user.age data
// edge: signal:b -> feature:user.age data
// edge: signal:c -> feature:user.age control
// edge: signal:c -> feature:user.income control
// edge: feature:user.age -> model:score data
// no-node: feature:first.age
// edge: signal:a -> feature:run.bias[0] data
// edge: feature:run.bias[0] -> model:predict data
// edge: signal:b -> feature:context[0] data
// edge: signal:a -> feature:context[1] data
// no-edge: signal:a -> feature:context[0]
