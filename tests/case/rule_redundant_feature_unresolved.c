/* Two calls of an unknown function may differ. */
// no-finding: redundant-feature
#include "case.h"

double unknown(void);

double run(void)
{
	double f[2];

	f[0] = unknown();
	f[1] = unknown();
	return predict(f, 2);
}
