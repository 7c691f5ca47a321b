/* Two pointers to what one line of code allocated, in a function that stores through both: rows of a matrix, nodes of a list. */
#include "case.h"

#include <stdlib.h>

struct node {
	double value;
	struct node *next;
};

static void fill(double *to, double *other)
{
	to[2] = read_a();
	other[2] = read_b();
}

static void fill_next(struct node *n)
{
	n->value = read_a();
	n->next->value = read_b();
}

void run(void)
{
	double *rows[4], f[4];
	int n = read_i() & 3;
	struct node *list = NULL;

	for (int i = 0; i < n + 2; i++) {
		struct node *new = calloc(1, sizeof *new);
		rows[i & 3] = calloc(4, sizeof(double));
		new->next = list;
		list = new;
	}
	fill(rows[0], rows[1]);
	fill_next(list);
	f[0] = rows[0][2];
	f[1] = rows[1][2];
	f[2] = list->value;
	f[3] = list->next->value;
	predict(f, 4);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[3] data
