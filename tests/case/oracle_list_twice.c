/* A list in static memory is built twice, each time as long as another signal says: the second list has nothing of the
   first one, but what the first one left behind the second one's end is not told from it. */
#include "case.h"

#include <stddef.h>

struct link { struct link *next; double weight; };

static struct link links[16];

static double sum_of(double weight, int n)
{
	struct link *list = NULL;
	double sum = 0;

	for (int k = 0; k < n; k++) {
		links[k].weight = weight;
		links[k].next = list;
		list = &links[k];
	}
	for (const struct link *l = list; l; l = l->next)
		sum += l->weight;
	return sum;
}

void run(void)
{
	double f[2];

	f[0] = sum_of(read_a(), read_i() & 15);
	f[1] = sum_of(read_b(), read_j() & 15);
	predict(f, 2);
}
// known-bug: what static memory held before a loop of unknown length stays beside what the loop writes
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] control
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:i -> feature:run.f[1]
