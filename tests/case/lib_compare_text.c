#include "case.h"
#include <string.h>

double run(void)
{
	char text[16];
	double f[2];
	read_text(text, sizeof text);
	f[0] = strcmp(text, "on") == 0 ? 1 : 0.5;
	f[1] = (double)strlen(text);
	return predict(f, 2);
}
// edge: signal:text -> feature:run.f[0] control
// edge: signal:text -> feature:run.f[1] data
