// sscanf() writes as far as it converts: what was there before may stay.
#include "case.h"
#include <stdio.h>

double run(void)
{
	char line[64];
	double f[2];
	int first = read_i(), second = read_j(), none;
	read_text(line, sizeof line);
	sscanf(line, "%d %d", &first, &second);
	f[0] = first;
	f[1] = second;
	sscanf(line, "%d", &none);
	return predict(f, 2) + none;
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[0] data
// no-edge: signal:j -> feature:run.f[0]
// edge: signal:text -> feature:run.f[1] data
// edge: signal:j -> feature:run.f[1] data
