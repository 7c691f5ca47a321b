// Columns of fixed width: one number fills the first four characters, the other one the next four.
// known-bug: what snprintf prints lies anywhere in the text
#include <stdio.h>
#include <stdlib.h>
#include "case.h"

double run(void)
{
	char line[32];
	double f[1];
	snprintf(line, sizeof line, "%04d%04d", read_i() & 15, read_j() & 15);
	f[0] = atoi(line + 4);
	return predict(f, 1);
}
// edge: signal:j -> feature:run.f[0] data
// no-edge: signal:i -> feature:run.f[0]
