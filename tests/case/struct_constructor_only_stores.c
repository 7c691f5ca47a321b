/* A constructor that only stores its argument in what the library allocates: the number is known where it is used. */
#include "case.h"

#include <stdlib.h>

struct rows {
	int n;
	double **of;
};

static struct rows *rows_new(int n)
{
	struct rows *r = malloc(sizeof *r);

	r->n = n;
	return r;
}

void run(void)
{
	struct rows *r = rows_new(2);
	double f[3] = { 0 };

	f[r->n] = read_a();
	f[0] = read_b();
	predict(f, 3);
}
// edge: signal:a -> feature:run.f[2] data
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
