#include "case.h"
#include <stdlib.h>
#include <string.h>

double run(void)
{
	char text[64];
	double f[1];
	read_text(text, sizeof text - 1);
	text[63] = 0;
	char *value = strchr(text, '=');
	if (!value)
		return 0;
	f[0] = atof(value + 1);
	return predict(f, 1);
}
// edge: signal:text -> feature:run.f[0] data
