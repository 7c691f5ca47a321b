/* An unknown function makes it, and may have told others. */
// finding: unused-feature feature:run.f[1]
#include "case.h"

double unknown(double x);

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = unknown(read_b());
	return predict(f, 1);
}
