// Tables of functions and of records that end with null: each iteration has one entry.
#include "case.h"

struct entry { const char *name; double (*read)(void); };

static double (*const readers[])(void) = { read_a, read_b, read_c, 0 };
static const struct entry entries[] = { { "c", read_c }, { "a", read_a }, { 0, 0 } };

static void fill(double *f, double (*const *reader)(void))
{
	while (*reader)
		*f++ = (*reader++)();
}

double run(void)
{
	double f[3], g[2], h[3];
	int n = 0;

	for (int i = 0; readers[i]; i++)
		f[i] = readers[i]();
	for (const struct entry *e = entries; e->name; e++)
		g[n++] = e->read();
	fill(h, readers);
	return predict(f, 3) + predict_next(g, 2) + predict(h, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// edge: signal:c -> feature:run.f[2] data
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:c -> feature:run.f[0]
// edge: signal:c -> feature:run.g[0] data
// edge: signal:a -> feature:run.g[1] data
// no-edge: signal:a -> feature:run.g[0]
// edge: signal:b -> feature:run.h[1] data
// no-edge: signal:a -> feature:run.h[1]
