// Results that come out through pointers.
#define _GNU_SOURCE
#include "case.h"
#include <math.h>

double run(void)
{
	double f[5], whole, sine, cosine;
	int exponent;
	f[0] = frexp(read_a(), &exponent);
	f[1] = exponent;
	modf(read_b(), &whole);
	f[2] = whole;
	sincos(read_c(), &sine, &cosine);
	f[3] = cosine;
	f[4] = fma(read_d(), 2, 1);
	return predict(f, 5);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:a -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// edge: signal:c -> feature:run.f[3] data
// edge: signal:d -> feature:run.f[4] data
// no-edge: signal:a -> feature:run.f[2]
// no-edge: signal:b -> feature:run.f[3]
// no-edge: signal:c -> feature:run.f[4]
