#include "case.h"
#include <stdio.h>

double run(void)
{
	char text[64];
	double f[3], x = 0, y = 0;
	read_text(text, sizeof text);
	if (sscanf(text, "%lf %lf", &x, &y) != 2)
		return 0;
	f[0] = x;
	f[1] = y;
	f[2] = read_a();
	return predict(f, 3);
}
// edge: signal:text -> feature:run.f[0] data
// edge: signal:text -> feature:run.f[1] data
// no-edge: signal:text -> feature:run.f[2]
