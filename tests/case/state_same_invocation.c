#include "case.h"

static double memory;

double run(void)
{
	double f[1];
	memory = read_a();
	f[0] = memory;
	return predict(f, 1);
}
// edge: signal:a -> feature:run.f[0] data
