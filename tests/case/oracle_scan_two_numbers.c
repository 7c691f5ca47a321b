// Two numbers are printed into one text and read back.
// known-bug: each number that is read comes from the whole text
#include <stdio.h>
#include "case.h"

double run(void)
{
	char text[64];
	double f[2] = { 0, 0 };
	snprintf(text, sizeof text, "%.2f %.2f", read_a(), read_b());
	sscanf(text, "%lf %lf", &f[0], &f[1]);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:b -> feature:run.f[1] data
// no-edge: signal:b -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
