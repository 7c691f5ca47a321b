#include "case.h"
#include <stdlib.h>

double run(void)
{
	char line[16];
	double f[3];
	read_text(line, sizeof line);
	f[0] = atof(line);
	f[1] = strtol(line, NULL, 10);
	f[2] = atof("1.5");
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[2]
