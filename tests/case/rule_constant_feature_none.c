/* Chosen between two constants: it tells something. */
// no-finding: constant-feature
#include "case.h"

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = read_i() > 3 ? 1.0 : 0.0;
	return predict(f, 2);
}
