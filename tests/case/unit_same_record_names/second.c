#include "../case.h"

struct context {
	double speed, weight, height;
};

double second_score(const struct context *c)
{
	double g[2] = { c->speed, c->weight };
	return predict_next(g, 2);
}

void second_fill(struct context *c)
{
	c->speed = read_c();
	c->weight = read_d();
}
// edge: signal:c -> feature:second_score.g[0] data state?
// edge: signal:d -> feature:second_score.g[1] data state?
// no-edge: signal:a -> feature:second_score.g[0]
// no-edge: signal:b -> feature:second_score.g[1]
