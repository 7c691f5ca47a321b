// The first member as base class.
#include "case.h"

struct base { double weight; };
struct derived { struct base base; double extra; };

static double weight(const struct base *base)
{
	return base->weight;
}

static double extra(const struct base *base)
{
	return ((const struct derived *)base)->extra;
}

double run(void)
{
	struct derived d = { { read_a() }, read_b() };
	double f[2];
	f[0] = weight(&d.base);
	f[1] = extra(&d.base);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
