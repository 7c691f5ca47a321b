/* Nobody knows what the hook calls; one feature is behind it. */
// finding: unresolved-dependency run: *
// message: unresolved-dependency 1 feature is behind it; 1 of 2 features are fully resolved
#include "case.h"

extern double (*hook)(double);

double run(void)
{
	double f[2];

	f[0] = hook(read_a());
	f[1] = read_b();
	return predict(f, 2);
}
