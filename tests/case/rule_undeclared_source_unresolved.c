/* What the unknown function returns may come from anywhere. */
// finding: undeclared-source signal:unknown
// message: undeclared-source not certain: it comes from an unknown function
#include "case.h"

double unknown(void);

double run(void)
{
	double f[1] = { unknown() };

	return predict(f, 1);
}
