// The line is allocated by the library.
#include "case.h"
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

double run(FILE *file)
{
	char *line = NULL;
	size_t size = 0;
	double f[2] = {0, read_a()};
	if (getline(&line, &size, file) < 0)
		return 0;
	f[0] = strtod(line, NULL);
	free(line);
	return predict(f, 2);
}
// edge: signal:getline -> feature:run.f[0] data
// no-edge: signal:getline -> feature:run.f[1]
