#include "case.h"
#include <math.h>

double run(void)
{
	double f[3], whole;
	int exponent;
	f[0] = modf(read_a(), &whole);
	f[1] = whole;
	(void)frexp(read_b(), &exponent);
	f[2] = exponent;
	return predict(f, 3);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[2]
