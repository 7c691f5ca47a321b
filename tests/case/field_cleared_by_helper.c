/* manifest +
features:
  - { field: "ft.*" }
*/
#include <stdlib.h>
#include <string.h>
#include "case.h"

struct ft {
	double a, b, c;
};

static struct ft kept;

static struct ft none(void)
{
	struct ft t;
	memset(&t, 0, sizeof t);
	return t;
}

static struct ft *new(void)
{
	struct ft *t = malloc(sizeof *t);
	if (t)
		memset(t, 0, sizeof *t);
	return t;
}

/* Clearing is no assignment to a feature, in a helper, on the heap and at the end of a round as where it is assigned. */
double run(void)
{
	struct ft t = none(), *h = new();
	t.a = read_a();
	t.b = read_b();
	if (t.b > 2)
		t.c = 1;
	kept.a += read_c();
	h->b = read_d();
	double f[4] = { t.a, t.c, kept.a, h->b };
	double p = predict(f, 4);
	memset(&kept, 0, sizeof kept);
	free(h);
	return p;
}
// edge: signal:a -> feature:ft.a data
// edge: feature:ft.b -> feature:ft.c control
// edge: signal:d -> feature:ft.b data
// no-node: feature:kept
// no-node: feature:run.t
// no-finding: unused-feature
// no-finding: constant-feature
