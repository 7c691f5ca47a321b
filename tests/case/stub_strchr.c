// The second number of "key=1.5" is found by looking at the text, and is part of it.
#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char line[32], fixed[] = "x=2";
	double f[3];
	read_text(line, sizeof line);
	char *value = strchr(line, '='), *constant = strchr(fixed, '=');
	f[0] = value ? atof(value + 1) : 0;
	f[1] = value ? 1 : 2;
	f[2] = atof(constant + 1);
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] control
// no-edge: signal:text -> feature:run.f[2]
