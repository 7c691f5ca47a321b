/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
  - { function: read_d, name: d }
models:
  - { function: classify, input: 0, output: return, name: tensor }
  - { function: score, input: 0, output: return, name: instance }
  - { function: rank, input: { arg: 0, field: items, count: { arg: 1 } }, output: return, name: items }
  - { function: sum, input: { arg: 0, count: 2 }, output: return, name: rows }
*/
/* What the pointers in a record lead to is handed to the model with it; the pointers themselves are no features. */
#include <stdlib.h>
#include "case.h"

struct tensor { int count; double *data; };
struct item { int id; double value; };
struct instance { double weight; struct item *items; };

double classify(const struct tensor *tensor), score(struct instance *instance), rank(const struct instance *instance, int count);
double sum(double **rows);

static double scored(struct instance *instance)
{
	instance->items[1].value = read_d(); /* what was there is overwritten before the model sees it */
	return score(instance);
}

double run(void)
{
	double values[2], first[1], second[1], *rows[2] = { first, second };
	struct tensor tensor = { 2, values };
	struct instance instance = { read_d(), malloc(2 * sizeof(struct item)) }, other = { 1, malloc(2 * sizeof(struct item)) };

	values[0] = read_a();
	values[1] = read_b();
	first[0] = read_c();
	second[0] = read_d();
	instance.items[0].value = read_a();
	instance.items[1].value = read_b();
	other.items[0].value = read_c();
	other.items[1].value = read_a();
	return classify(&tensor) + scored(&instance) + rank(&other, 2) + sum(rows);
}
// edge: signal:a -> feature:run.values[0] data
// edge: signal:b -> feature:run.values[1] data
// edge: feature:run.values[0] -> model:tensor data
// edge: feature:run.values[1] -> model:tensor data
// no-node: feature:tensor.data
// edge: signal:d -> feature:instance.weight data
// edge: signal:a -> feature:item.value data
// edge: signal:d -> feature:instance.items[1].value data
// no-edge: signal:b -> feature:instance.items[1].value
// edge: feature:item.value -> model:instance data
// edge: feature:instance.items[1].value -> model:instance data
// edge: signal:c -> feature:item.value data
// edge: feature:item.value -> model:items data
// edge: feature:instance.items[1].value -> model:items data
// edge: signal:c -> feature:run.first[0] data
// edge: signal:d -> feature:run.second[0] data
// edge: feature:run.first[0] -> model:rows data
// edge: feature:run.second[0] -> model:rows data
