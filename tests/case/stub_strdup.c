// Each copy is memory of its own.
#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char line[16], fixed[] = "2";
	double f[2];
	read_text(line, sizeof line);
	char *one = strdup(line), *two = strdup(fixed);
	f[0] = atof(one);
	f[1] = atof(two);
	free(one);
	free(two);
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
