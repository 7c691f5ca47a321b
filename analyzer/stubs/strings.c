/* <strings.h>: the older names of <string.h>. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <strings.h>

#define ALL ((size_t)-1)

int bcmp(const void *a, const void *b, size_t bytes)
{
	return (int)__featdep_mix(__featdep_read(a, bytes), __featdep_read(b, bytes));
}

void bcopy(const void *from, void *to, size_t bytes)
{
	__featdep_copy(to, from, bytes);
}

void bzero(void *to, size_t bytes)
{
	__featdep_fill(to, 0, bytes);
}

static char *found(const char *s, int c)
{
	long why = __featdep_mix(__featdep_read(s, ALL), c);

	return why != 0 ? (char *)s + why : NULL;
}

char *index(const char *s, int c)
{
	return found(s, c);
}

char *rindex(const char *s, int c)
{
	return found(s, c);
}

int ffs(int value)
{
	return (int)__featdep_mix(value);
}

int ffsl(long value)
{
	return (int)__featdep_mix(value);
}

int ffsll(long long value)
{
	return (int)__featdep_mix((long)value);
}

int strcasecmp(const char *a, const char *b)
{
	return (int)__featdep_mix(__featdep_read(a, ALL), __featdep_read(b, ALL));
}

int strncasecmp(const char *a, const char *b, size_t bytes)
{
	return (int)__featdep_mix(__featdep_read(a, bytes), __featdep_read(b, bytes));
}
