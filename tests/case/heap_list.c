#include "case.h"
#include <stdlib.h>

struct node { double value; struct node *next; };

static struct node *push(struct node *list, double value)
{
	struct node *node = malloc(sizeof *node);
	node->value = value;
	node->next = list;
	return node;
}

static double total(const struct node *list)
{
	double sum = 0;
	for (; list; list = list->next)
		sum += list->value;
	return sum;
}

double run(void)
{
	struct node *list = NULL;
	double f[2];
	list = push(list, read_a());
	list = push(list, read_b());
	f[0] = total(list);
	f[1] = read_c();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
