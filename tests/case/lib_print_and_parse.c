#include "case.h"
#include <stdio.h>
#include <stdlib.h>

double run(void)
{
	char text[32];
	double f[2];
	snprintf(text, sizeof text, "%.2f", read_a());
	f[0] = atof(text);
	f[1] = read_b();
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// no-edge: signal:b -> feature:run.f[0]
