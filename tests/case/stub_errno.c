// What is no number, or too large, is told by errno.
#include "case.h"
#include <errno.h>
#include <stdlib.h>

double run(void)
{
	char line[64];
	double f[2];
	read_text(line, sizeof line);
	errno = 0;
	f[0] = (double)strtol(line, NULL, 10);
	f[1] = errno == ERANGE ? 1 : 2;
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] control
// no-finding: constant-feature feature:run.f[1]
