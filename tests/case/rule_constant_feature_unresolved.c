/* An unknown function makes it: nobody knows whether it is constant. */
// no-finding: constant-feature
#include "case.h"

double unknown(void);

double run(void)
{
	double f[2];

	f[0] = read_a();
	f[1] = unknown();
	return predict(f, 2);
}
