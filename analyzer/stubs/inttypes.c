/* <inttypes.h>. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <inttypes.h>

#define ALL ((size_t)-1)

intmax_t imaxabs(intmax_t value)
{
	return __featdep_mix(value);
}

imaxdiv_t imaxdiv(intmax_t a, intmax_t b)
{
	imaxdiv_t result = {a / b, a % b};

	return result;
}

intmax_t strtoimax(const char *restrict text, char **restrict end, int base)
{
	long value = __featdep_mix(__featdep_read(text, ALL), base);

	if (end)
		*end = (char *)text + value;
	return value;
}

uintmax_t strtoumax(const char *restrict text, char **restrict end, int base)
{
	long value = __featdep_mix(__featdep_read(text, ALL), base);

	if (end)
		*end = (char *)text + value;
	return (uintmax_t)value;
}
