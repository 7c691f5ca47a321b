#include "case.h"

double run(void)
{
	double f[1];
	if (read_i()) {
		if (read_j())
			f[0] = 1;
		else
			f[0] = 2;
		return predict(f, 1);
	}
	return 0;
}
// edge: signal:j -> feature:run.f[0] control
// no-edge: signal:i -> feature:run.f[0]
