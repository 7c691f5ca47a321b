// A recursion goes through ten records, one a round: what the last hold arrives as well as what the first do.
#include "case.h"

struct node {
	double own;
	const struct node *next;
};

static double sum(const struct node *t)
{
	return t ? t->own + sum(t->next) : 0;
}

double run(void)
{
	struct node other = { read_i(), 0 }, n10 = { read_d(), 0 }, n9 = { 9, &n10 }, n8 = { read_c(), &n9 }, n7 = { 7, &n8 },
		n6 = { 6, &n7 }, n5 = { read_b(), &n6 }, n4 = { 4, &n5 }, n3 = { 3, &n4 }, n2 = { 2, &n3 }, n1 = { read_a(), &n2 };
	double f[2];
	f[0] = sum(&n1);
	f[1] = sum(&other);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// edge: signal:d -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
// no-edge: signal:d -> feature:run.f[1]
