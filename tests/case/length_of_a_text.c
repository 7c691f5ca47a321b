/* A text that is cut at a length. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	char text[16] = "12345";
	double f[1];
	char cut[16] = { 0 };

	strncpy(cut, text, (size_t)(read_i() & 7));
	f[0] = atof(cut);
	predict(f, 1);
}
// edge: signal:i -> feature:run.f[0]
