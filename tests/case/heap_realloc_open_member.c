#include "case.h"
#include <stdlib.h>

struct row { int count; double at[]; };

static struct row *row_add(struct row *r, double x)
{
	r = realloc(r, sizeof *r + (size_t)(r->count + 1) * sizeof r->at[0]);
	r->at[r->count++] = x;
	return r;
}

double run(void)
{
	struct row *r = malloc(sizeof *r + sizeof(double)), *s = calloc(1, sizeof *s);
	double f[3];
	r->count = 1;
	r->at[0] = read_a();
	r = realloc(r, sizeof *r + 2 * sizeof(double));
	r->at[1] = read_b();
	f[0] = r->at[0];
	f[1] = r->at[1];
	s = row_add(s, read_c());
	s = row_add(s, read_d());
	f[2] = s->at[0];
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
