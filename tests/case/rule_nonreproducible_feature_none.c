/* The time only goes into a log. */
// no-finding: nonreproducible-feature
#include "case.h"

#include <stdio.h>
#include <time.h>

double run(void)
{
	double f[1] = { read_a() };

	printf("%ld\n", (long)time(0));
	return predict(f, 1);
}
