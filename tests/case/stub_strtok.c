// strtok goes on in the text it was given last.
#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char line[64], fixed[] = "1,2";
	double f[3];
	read_text(line, sizeof line);
	f[0] = atof(strtok(line, ","));
	f[1] = atof(strtok(NULL, ","));
	f[2] = atof(strtok(fixed, ","));
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[2]
