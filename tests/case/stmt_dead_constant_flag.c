#include "case.h"

static const int use_b = 0;

double run(void)
{
	const int use_c = 0;
	double f[1], x = read_a();
	if (use_b)
		x = read_b();
	if (use_c)
		x = read_c();
	f[0] = x;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:c -> feature:run.f[0]
