// Much code that leads to no model is no guess for a pointer of unknown value: the call stays unresolved.
#include "case.h"

#define FOUR(x) x x x x
#define MANY(x) FOUR(FOUR(FOUR(FOUR(x))))

struct operations {
	double (*prepare)(double);
};

static double scale(double x)
{
	double y = read_a();

	MANY(y = y * x + 1;)
	return y;
}

const struct operations plain = { scale };

double run(const struct operations *operations)
{
	double f[2] = { operations->prepare(1), read_b() };
	return predict(f, 2);
}
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:a -> feature:run.f[0]
// unresolved: 1
