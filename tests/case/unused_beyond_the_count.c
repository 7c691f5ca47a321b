#include "case.h"

double run(void)
{
	double f[3];
	f[0] = read_a();
	f[1] = read_b();
	f[2] = read_c();
	return predict(f, 2);
}
// no-edge: feature:run.f[2] -> model:m
// finding: unused-feature feature:run.f[2]
// no-finding: unused-feature feature:run.f[1]
