/* A slot has one value in every call. */
// finding: constant-feature feature:run.f[1]
// no-finding: constant-feature feature:run.f[0]
#include "case.h"

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = 1.0;
	return predict(f, 2);
}
