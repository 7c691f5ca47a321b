/* How much of two texts is compared. */
#include "case.h"

#include <string.h>
#include <stdlib.h>

void run(void)
{
	char text[16] = { 0 };
	double f[1];

	read_text(text, 16);
	f[0] = strncmp(text, "abcdef", (size_t)(read_i() & 7)) == 0;
	predict(f, 1);
}
// edge: signal:i -> feature:run.f[0]
// edge: signal:text -> feature:run.f[0]
