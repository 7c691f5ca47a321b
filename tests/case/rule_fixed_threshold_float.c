/* A constant of type float is shown with the digits that its author wrote. */
// message: fixed-threshold is compared with a constant: > 0.1 at
#include "case.h"

int run(void)
{
	double f[1] = { read_a() };
	float p = (float)predict(f, 1);

	return p > 0.1f ? 1 : 0;
}
