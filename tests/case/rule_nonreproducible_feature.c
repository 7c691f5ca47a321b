/* The age of something, now. */
// finding: nonreproducible-feature signal:time
#include "case.h"

#include <time.h>

double run(void)
{
	double f[1] = { (double)time(0) - read_a() };

	return predict(f, 1);
}
