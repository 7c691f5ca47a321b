#include "case.h"
#include <stddef.h>

struct node { double value; struct node *next; };

static double total(const struct node *list)
{
	return list ? list->value + total(list->next) : 0;
}

double run(void)
{
	struct node last = { read_b(), NULL }, first = { read_a(), &last }, alone = { read_c(), NULL };
	double f[2];
	f[0] = total(&first);
	f[1] = alone.value;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
