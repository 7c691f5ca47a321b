// Static functions of one name in two units stay apart.
#include "case.h"

static double value(void)
{
	return read_a();
}

double other(void);

double run(void)
{
	double f[2];
	f[0] = value();
	f[1] = other();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
