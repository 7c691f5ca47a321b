#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char name[16], copy[16], other[16] = "3";
	read_text(name, sizeof name);
	strcpy(copy, name);
	strcpy(name, other);
	double f[2] = {atof(copy), atof(name)};
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
