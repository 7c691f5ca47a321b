#include "case.h"
#include <stdlib.h>

/* What a list is walked through may begin at one of two nodes of which one is the other's next; arrays that grow. */
struct node { double key, value; struct node *next; };

static struct node *head;

static double sum_of_keys(const struct node *n)
{
	double sum = 0;
	for (; n; n = n->next)
		sum += n->key;
	return sum;
}

static void insert(double key, double value)
{
	struct node *n = malloc(sizeof *n);
	if (!n)
		return;
	n->key = key;
	n->value = value;
	n->next = head;
	head = n;
}

struct item { double size, weight; };
struct items { struct item *all; int count, room; };

static int add(struct items *items, double size, double weight)
{
	if (items->count >= items->room) {
		struct item *more = realloc(items->all, (size_t)(items->room + 4) * sizeof *more);
		if (!more)
			return 0;
		items->all = more;
		items->room += 4;
	}
	items->all[items->count].size = size;
	items->all[items->count].weight = weight;
	items->count++;
	return 1;
}

double run(void)
{
	struct node a = { read_a(), read_b(), NULL }, b = { read_a(), read_b(), &a };
	const struct node *first = read_i() > 0 ? &b : &a;
	struct items items = { 0 };
	double f[4];
	f[0] = sum_of_keys(first);
	insert(read_c(), read_d());
	insert(read_c(), read_d());
	f[1] = sum_of_keys(head);
	for (int k = 0, n = read_j(); k < n; k++)
		add(&items, read_a(), read_b());
	f[2] = items.all[1].size;
	f[3] = items.all[1].weight;
	return predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:i -> feature:run.f[0] control
// edge: signal:c -> feature:run.f[1] data
// no-edge: signal:d -> feature:run.f[1]
// edge: signal:a -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[2]
// edge: signal:b -> feature:run.f[3] data
// no-edge: signal:a -> feature:run.f[3]
