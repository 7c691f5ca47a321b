#include "case.h"

double run(void)
{
	double f[1];
	float x = read_c();
	f[0] = _Generic(x, int: read_a(), default: read_b() + x);
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:c -> feature:run.f[0] data
// no-edge: signal:a -> feature:run.f[0]
