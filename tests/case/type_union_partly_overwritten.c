#include "case.h"

double run(void)
{
	union { float part; double value; } u;
	double f[1];
	u.value = read_a();
	u.part = (float)read_b();
	f[0] = u.value;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[0] data
