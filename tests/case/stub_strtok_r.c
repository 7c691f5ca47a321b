// Two texts are read in turns; each keeps its own place.
#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char line[64], other[] = "1,2", *line_rest, *other_rest;
	double f[2];
	read_text(line, sizeof line);
	strtok_r(line, ",", &line_rest);
	strtok_r(other, ",", &other_rest);
	f[0] = atof(strtok_r(NULL, ",", &line_rest));
	f[1] = atof(strtok_r(NULL, ",", &other_rest));
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
