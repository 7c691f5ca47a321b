#include "case.h"

double run(void)
{
	double f[1];
	int i = read_i();
	f[0] = i < 0 ? read_a() : i > 9 ? read_b() : 0.5;
	return predict(f, 1);
}
// edge: signal:i -> feature:run.f[0] control
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
