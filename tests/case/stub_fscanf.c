#include "case.h"
#include <stdio.h>

double run(FILE *file)
{
	double f[3] = {read_a(), 0, read_b()};
	if (fscanf(file, "%lf,%lf", &f[0], &f[1]) != 2)
		return 0;
	return predict(f, 3);
}
// edge: signal:fscanf -> feature:run.f[0] data
// edge: signal:fscanf -> feature:run.f[1] data
// edge: signal:b -> feature:run.f[2] data
// no-edge: signal:fscanf -> feature:run.f[2]
