/* A recursion that goes down a list first and adds on the way back. */
#include "case.h"

#include <stddef.h>

struct node { double v; const struct node *up; };

static double sum(const struct node *p)
{
	if (!p)
		return 0;
	return sum(p->up) + p->v;
}

void run(void)
{
	struct node a = { read_a(), NULL }, b = { read_b(), &a }, c = { read_c(), &b }, d = { read_d(), NULL };
	double f[2];

	f[0] = sum(&c);
	f[1] = sum(&d);
	predict(f, 2);
}
// edge: signal:a -> feature:run.f[0]
// edge: signal:b -> feature:run.f[0]
// edge: signal:c -> feature:run.f[0]
// edge: signal:d -> feature:run.f[1]
// no-edge: signal:d -> feature:run.f[0]
