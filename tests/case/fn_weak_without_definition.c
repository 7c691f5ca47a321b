#include "case.h"

double hook(double x) __attribute__((weak));

double run(void)
{
	double f[1] = { hook ? hook(read_a()) : read_b() };
	return predict(f, 1);
}
// edge: signal:b -> feature:run.f[0] data
// edge: signal:hook -> feature:run.f[0] data
