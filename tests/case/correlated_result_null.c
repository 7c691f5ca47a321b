/* A pointer that is NULL where there was nothing to be found. */
#include "case.h"
#include <stddef.h>

struct entry { double value; };

static struct entry table;

static struct entry *find(struct entry *last, double x, double y)
{
	if (x < 0) {
		last->value = x;
		return NULL;
	}
	last->value = y;
	return &table;
}

void run(void)
{
	struct entry last;
	struct entry *found = find(&last, read_a(), read_b());

	if (found == NULL)
		return;
	predict(&last.value, 1);
}
// edge: signal:b -> feature:entry.value data
// no-edge: signal:a -> feature:entry.value
