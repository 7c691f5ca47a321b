#include "case.h"
#include <string.h>

struct vector { void *data; size_t size; };

static void get(const struct vector *v, size_t at, void *item)
{
	memcpy(item, (const char *)v->data + at * v->size, v->size);
}

double run(void)
{
	double x = read_a(), y = read_b(), *p[2] = { &x, &y }, *q, f[2];
	struct vector v = { p, sizeof *p };
	get(&v, 0, &q);
	f[0] = *q;
	get(&v, 1, &q);
	f[1] = *q;
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[1]
