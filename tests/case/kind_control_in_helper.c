#include "case.h"

static int grade(double x)
{
	if (x < 1)
		return 0;
	else if (x < 5)
		return 1;
	return 2;
}

double run(void)
{
	double f[2];
	f[0] = grade(read_a());
	f[1] = grade(read_b());
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] control
// edge: signal:b -> feature:run.f[1] control
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
