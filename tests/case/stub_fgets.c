#include "case.h"
#include <stdio.h>
#include <stdlib.h>

double run(FILE *file)
{
	char line[80];
	double f[2] = {0, read_a()};
	if (!fgets(line, sizeof line, file))
		return 0;
	f[0] = atof(line);
	return predict(f, 2);
}
// edge: signal:fgets -> feature:run.f[0] data
// no-edge: signal:fgets -> feature:run.f[1]
