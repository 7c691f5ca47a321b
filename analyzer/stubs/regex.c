/* <regex.h>: what matches, and where, depends on the pattern and on the text. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <regex.h>

#define ALL ((size_t)-1)

int regcomp(regex_t *restrict pattern, const char *restrict text, int flags)
{
	__featdep_fill(pattern, __featdep_mix(__featdep_read(text, ALL), flags), sizeof *pattern);
	return FD_ANY;
}

int regexec(const regex_t *restrict pattern, const char *restrict text, size_t count, regmatch_t *restrict matches,
	int flags)
{
	long value = __featdep_mix(__featdep_read(pattern, sizeof *pattern), __featdep_read(text, ALL), flags);

	if (matches)
		__featdep_fill(matches, value, count * sizeof *matches);
	return (int)value;
}

size_t regerror(int error, const regex_t *restrict pattern, char *restrict to, size_t bytes)
{
	(void)pattern;
	__featdep_fill(to, error, bytes);
	return FD_ANY;
}

void regfree(regex_t *pattern)
{
	(void)pattern;
}
