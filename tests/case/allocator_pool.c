/* manifest
version: 1
signals:
  - { function: read_a, name: a }
  - { function: read_b, name: b }
  - { function: read_c, name: c }
models:
  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }
allocators:
  - { function: pool_take }
  - { function: pool_take_into, value: 1, zeroed: true }
*/
/* All that comes from one list of free blocks would be one piece of memory; declared, each block is its own. */
#include <stddef.h>
#include "case.h"

struct slot { struct slot *next; };
struct pool { struct slot *free; };
struct reading { double value, weight; };

void *pool_take(struct pool *pool)
{
	struct slot *slot = pool->free;

	if (slot)
		pool->free = slot->next;
	return slot;
}

int pool_take_into(struct pool *pool, struct reading **to)
{
	*to = pool_take(pool);
	if (*to)
		(*to)->value = (*to)->weight = 0;
	return *to != NULL;
}

void pool_give(struct pool *pool, void *block)
{
	struct slot *slot = block;

	slot->next = pool->free;
	pool->free = slot;
}

struct pool readings;

double run(void)
{
	struct reading *first = pool_take(&readings), *second = pool_take(&readings), *third;
	double f[4], all;

	if (!first || !second || !pool_take_into(&readings, &third))
		return 0;
	first->value = read_a();
	second->value = read_b();
	third->value += read_c();
	f[0] = first->value;
	f[1] = second->value;
	f[2] = third->value;
	f[3] = third->weight;
	all = predict(f, 4);
	pool_give(&readings, first);
	pool_give(&readings, second);
	pool_give(&readings, third);
	return all;
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[3]
// no-edge: signal:c -> feature:run.f[3]
