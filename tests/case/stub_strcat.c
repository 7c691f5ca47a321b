// What is appended is added to what was there.
#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char number[32] = "", tail[2] = {(char)read_i(), 0};
	read_text(number, 16);
	strcat(number, tail);
	double f[2] = {atof(number), atof(tail)};
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[1]
