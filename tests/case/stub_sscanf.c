// The numbers that are read replace what was there; the others stay.
#include "case.h"
#include <stdio.h>

double run(void)
{
	char line[64];
	double f[3] = {read_a(), 0, read_b()};
	read_text(line, sizeof line);
	sscanf(line, "%lf %lf", &f[0], &f[1]);
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:text -> feature:run.f[2]
