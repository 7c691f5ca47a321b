/* `if (!c) return NULL;`: on that way there is no memory, which calloc() would have filled with zeros. */
#include "case.h"
#include <stdlib.h>

struct table { int columns; double *cells; };

static struct table *create(int columns, int rows)
{
	struct table *t = calloc(1, sizeof *t);

	if (t == NULL)
		return NULL;
	t->columns = columns;
	t->cells = calloc(columns * rows, sizeof(double));
	if (!t->cells) {
		free(t);
		return NULL;
	}
	return t;
}

void run(void)
{
	struct table *t = create(2, 3);
	double f[2];

	if (!t)
		return;
	t->cells[t->columns * 1 + 1] = read_a();
	t->cells[t->columns * 2 + 1] = read_b();
	f[0] = t->cells[3];
	f[1] = t->cells[5];
	predict(f, 2);
	free(t);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
