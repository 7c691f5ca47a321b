/* A scaled copy. */
// finding: redundant-feature feature:run.f[1]
#include "case.h"

double run(void)
{
	double f[2], age = read_a();

	f[0] = age;
	f[1] = (age - 40) / 10;
	return predict(f, 2);
}
