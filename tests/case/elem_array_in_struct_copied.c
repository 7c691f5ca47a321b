#include "case.h"

struct box { double v[2]; };

double run(void)
{
	struct box one = { { read_a(), read_b() } }, two;
	double f[2];
	two = one;
	one.v[0] = read_c();
	f[0] = two.v[0];
	f[1] = two.v[1];
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:c -> feature:run.f[0]
// no-edge: signal:b -> feature:run.f[0]
