// The prediction leaves in the function that prints; its caller hands it over.
#include "case.h"
#include <stdarg.h>
#include <stdio.h>

static void say(const char *text, ...)
{
	va_list args;
	va_start(args, text);
	vfprintf(stderr, text, args);
	va_end(args);
}

void run(void)
{
	double f[1] = {read_a()};
	say("%f\n", predict(f, 1));
}
// edge: prediction:m -> consumer:say data
// no-edge: prediction:m -> consumer:run
