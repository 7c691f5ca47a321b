// The end of the first number is where the second one starts.
#include "case.h"
#include <stdlib.h>

double run(void)
{
	char line[32], fixed[] = "1 2", *end, *fixed_end;
	double f[3];
	read_text(line, sizeof line);
	f[0] = strtod(line, &end);
	f[1] = strtod(end, NULL);
	strtod(fixed, &fixed_end);
	f[2] = strtod(fixed_end, NULL);
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[2]
