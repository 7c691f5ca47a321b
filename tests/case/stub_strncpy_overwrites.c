#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char field[16], line[16];
	read_text(line, sizeof line);
	strncpy(field, line, sizeof field);
	strncpy(line, "7", sizeof line);
	double f[2] = {atoi(field), atoi(line)};
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// no-edge: signal:text -> feature:run.f[1]
