// A number goes through a text.
#include "case.h"
#include <stdio.h>
#include <stdlib.h>

double run(void)
{
	char text[32], other[32];
	double f[2];
	snprintf(text, sizeof text, "%.3f", read_a());
	snprintf(other, sizeof other, "%.3f", read_b());
	f[0] = strtod(text, NULL);
	f[1] = strtod(other, NULL);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
