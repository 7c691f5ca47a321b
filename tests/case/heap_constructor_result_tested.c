/* A constructor that returns NULL when there is no memory, and a caller that looks: what it zeroed is zero behind that. */
#include "case.h"
#include <stdlib.h>

struct slot { int used; double value; };
struct table { struct slot slots[4]; };

static struct table *table_new(void)
{
	struct table *t = calloc(1, sizeof *t);

	if (!t)
		return NULL;
	return t;
}

static int take(struct table *t)
{
	for (int i = 0; i < 4; i++) {
		if (t->slots[i].used)
			continue;
		t->slots[i].used = 1;
		return i;
	}
	return -1;
}

int main(void)
{
	struct table *t = table_new();
	double f[2];

	if (!t)
		return 1;
	int a = take(t), b = take(t);
	t->slots[a].value = read_a();
	t->slots[b].value = read_b();
	f[0] = t->slots[a].value;
	f[1] = t->slots[b].value;
	predict(f, 2);
	return 0;
}

// edge: signal:a -> feature:main.f[0] data
// edge: signal:b -> feature:main.f[1] data
// no-edge: signal:b -> feature:main.f[0]
// no-edge: signal:a -> feature:main.f[1]
