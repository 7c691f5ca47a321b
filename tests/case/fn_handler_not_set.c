// A member that is known to be empty calls nothing, whatever other records have there.
#include "case.h"

struct operations {
	double (*prepare)(double);
};

static double scale(double x)
{
	return x * read_a();
}

struct operations other = { scale };

double run(void)
{
	struct operations none = { 0 };
	double f[1] = { read_b() };
	if (none.prepare)
		f[0] = none.prepare(f[0]);
	return predict(f, 1) + other.prepare(1);
}
// edge: signal:b -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
