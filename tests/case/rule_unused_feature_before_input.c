#include "case.h"

/* An element in front of those that the model reads does not lie beyond them; the number is of those that are read. */
double run(void)
{
	double f[4];
	f[0] = read_d();
	f[1] = read_a();
	f[2] = read_b();
	f[3] = read_c();
	return predict(f + 1, 2);
}
// edge: signal:a -> feature:run.f[1] data
// finding: unused-feature feature:run.f[0]
// message: unused-feature is none of the 2 elements that model:m
// finding: unused-feature feature:run.f[3]
// message: unused-feature lies beyond the 2 elements that model:m
