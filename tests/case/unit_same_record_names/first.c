// Records of one name in two programs are two records.
#include "../case.h"

struct context {
	double age, income;
};

double first_score(const struct context *c)
{
	double f[2] = { c->age, c->income };
	return predict(f, 2);
}

void first_fill(struct context *c)
{
	c->age = read_a();
	c->income = read_b();
}
// edge: signal:a -> feature:first_score.f[0] data state?
// edge: signal:b -> feature:first_score.f[1] data state?
// no-edge: signal:c -> feature:first_score.f[0]
// no-edge: signal:d -> feature:first_score.f[1]
