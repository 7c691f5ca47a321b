// The variable arguments of one call do not mix with those of another.
#include "case.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void format(char *to, size_t size, const char *text, ...)
{
	va_list args;
	va_start(args, text);
	vsnprintf(to, size, text, args);
	va_end(args);
}

double run(void)
{
	char one[32], two[32];
	double f[2];
	format(one, sizeof one, "%f", read_a());
	format(two, sizeof two, "%d", read_i());
	f[0] = atof(one);
	f[1] = atof(two);
	return predict(f, 2);
}
// edge: signal:a -> feature:run.f[0] data
// edge: signal:i -> feature:run.f[1] data
// no-edge: signal:i -> feature:run.f[0]
// no-edge: signal:a -> feature:run.f[1]
