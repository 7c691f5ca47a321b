// Memory of the same allocation that earlier rounds of a loop have kept is still there, beside the last.
#include "case.h"
#include <stdlib.h>

struct node { double value; struct node *next; };

static struct node *take(struct node **at)
{
	struct node *taken = *at;

	*at = NULL;
	return taken;
}

static struct node *make(double value)
{
	struct node *n = malloc(sizeof *n);

	n->value = value;
	n->next = NULL;
	return n;
}

static struct node *before(struct node *first, struct node *rest)
{
	first->next = rest;
	return first;
}

int main(void)
{
	struct node *list = NULL, *last = NULL, *ring[3] = { NULL }, *chain = NULL;
	double *window = calloc(2, sizeof *window);
	int k = 0;

	while (read_j()) {
		double f[6];
		struct node *n = malloc(sizeof *n);
		n->value = read_a();
		n->next = list;
		list = n;
		f[0] = list->next ? list->next->value : 0;
		struct node *now = make(read_b());
		f[1] = last ? last->value : 0;
		now->value = read_c();
		free(last);
		last = now;
		free(ring[k % 3]);
		ring[k % 3] = make(read_d());
		k++;
		f[2] = ring[k % 3] ? ring[k % 3]->value : 0;
		/* The one before is nowhere but on its way into a call when the next is made. */
		chain = before(make(read_a()), take(&chain));
		f[3] = chain->next ? chain->next->value : 0;
		double *next = malloc(2 * sizeof *next);
		next[0] = window[1];
		next[1] = read_b();
		free(window);
		window = next;
		f[4] = window[0];
		f[5] = window[1];
		predict(f, 6);
	}
	return 0;
}
// While both can be reached the last and those before have one name: what is read of those is not told from this round's.
// edge: signal:a -> feature:main.f[0] data
// edge: signal:c -> feature:main.f[1] data state
// edge: signal:d -> feature:main.f[2] data
// edge: signal:a -> feature:main.f[3] data
// edge: signal:b -> feature:main.f[4] data state
// edge: signal:b -> feature:main.f[5] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:d -> feature:main.f[4]
