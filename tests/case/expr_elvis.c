// GNU a ?: b evaluates a once; its value is the result when it is not zero.
#include "case.h"

double run(void)
{
	double f[2];
	f[0] = read_i() ?: read_j();
	f[1] = read_a();
	return predict(f, 2);
}
// edge: signal:i -> feature:run.f[0] data
// edge: signal:j -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
