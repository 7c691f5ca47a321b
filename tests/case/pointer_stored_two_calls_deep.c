/* What two calls pass on, one inside the other, is no NULL in their caller: each list has one node. */
#include "case.h"

struct node { struct node *next; double value; };

static struct node first, second, *left, *right;

static void push(struct node **head, struct node *n)
{
	n->next = *head;
	*head = n;
}

static void setup(void)
{
	push(&left, &first);
	push(&right, &second);
}

int main(void)
{
	double f[2];
	int n = 0;

	setup();
	first.value = read_a();
	second.value = read_b();
	for (const struct node *p = left; p; p = p->next)
		f[n++] = p->value;
	for (const struct node *p = right; p; p = p->next)
		f[n++] = p->value;
	predict(f, n);
	return 0;
}

// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:a -> feature:main.f[1]
// no-edge: signal:b -> feature:main.f[0]
