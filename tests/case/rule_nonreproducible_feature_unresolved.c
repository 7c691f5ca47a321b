/* Through an unknown function. */
// finding: nonreproducible-feature signal:rand
// message: nonreproducible-feature not certain
#include "case.h"

#include <stdlib.h>
double unknown(double x);

double run(void)
{
	double f[1] = { unknown(rand()) };

	return predict(f, 1);
}
