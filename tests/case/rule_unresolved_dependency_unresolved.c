/* Two places of one function with one cause are one finding, and everything behind both is counted. */
// finding: unresolved-dependency run: *
// message: unresolved-dependency and 1 more place there
// message: unresolved-dependency 2 features are behind it; 1 of 3 features are fully resolved
#include "case.h"

extern double (*hook)(double);

double run(void)
{
	double f[3];

	f[0] = hook(read_a());
	f[1] = hook(read_b());
	f[2] = read_i();
	return predict(f, 3);
}
