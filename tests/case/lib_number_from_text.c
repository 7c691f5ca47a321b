#include "case.h"
#include <stdlib.h>

double run(void)
{
	char text[64];
	double f[3];
	read_text(text, sizeof text);
	f[0] = atof(text);
	f[1] = strtod(text + 8, NULL);
	f[2] = read_a();
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[2]
