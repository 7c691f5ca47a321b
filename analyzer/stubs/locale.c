/* <locale.h> and <fenv.h>: settings that are not followed. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <fenv.h>
#include <locale.h>

char *setlocale(int category, const char *name)
{
	(void)category;
	return (char *)name;
}

struct lconv *localeconv(void)
{
	static struct lconv conventions;

	return &conventions;
}

int fesetround(int mode)
{
	(void)mode;
	return 0;
}

int fegetround(void)
{
	return FE_TONEAREST;
}

int feclearexcept(int exceptions)
{
	(void)exceptions;
	return 0;
}

int fetestexcept(int exceptions)
{
	(void)exceptions;
	return FD_ANY;
}

int feenableexcept(int exceptions)
{
	(void)exceptions;
	return 0;
}
