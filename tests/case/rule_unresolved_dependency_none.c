/* What the hook returns goes into no feature. */
// no-finding: unresolved-dependency
// unresolved: 1
#include "case.h"

extern double (*hook)(double);

double run(void)
{
	double f[1];

	f[0] = read_a();
	return predict(f, 1) * hook(read_b());
}
