/* <wchar.h>: the basics of wide strings, as in <string.h>. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <wchar.h>

#define ALL ((size_t)-1)

wchar_t *wmemcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
	__featdep_copy(to, from, count * sizeof(wchar_t));
	return to;
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
	__featdep_copy(to, from, count * sizeof(wchar_t));
	return to;
}

wchar_t *wmemset(wchar_t *to, wchar_t value, size_t count)
{
	__featdep_fill(to, value, count * sizeof(wchar_t));
	return to;
}

size_t wcslen(const wchar_t *s)
{
	return (size_t)__featdep_read(s, ALL);
}

wchar_t *wcscpy(wchar_t *restrict to, const wchar_t *restrict from)
{
	__featdep_copy(to, from, ALL);
	return to;
}

wchar_t *wcsncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
	__featdep_copy(to, from, count * sizeof(wchar_t));
	return to;
}

wchar_t *wcscat(wchar_t *restrict to, const wchar_t *restrict from)
{
	__featdep_may_write(to, __featdep_mix(__featdep_read(to, ALL), __featdep_read(from, ALL)), ALL);
	return to;
}

int wcscmp(const wchar_t *a, const wchar_t *b)
{
	return (int)__featdep_mix(__featdep_read(a, ALL), __featdep_read(b, ALL));
}

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t count)
{
	return (int)__featdep_mix(__featdep_read(a, count * sizeof(wchar_t)), __featdep_read(b, count * sizeof(wchar_t)));
}

wchar_t *wcschr(const wchar_t *s, wchar_t c)
{
	long why = __featdep_mix(__featdep_read(s, ALL), c);

	return why != 0 ? (wchar_t *)s + why : NULL;
}

wchar_t *wcsdup(const wchar_t *s)
{
	wchar_t *copy = __featdep_alloc(ALL);

	__featdep_copy(copy, s, ALL);
	return copy;
}

double wcstod(const wchar_t *restrict s, wchar_t **restrict end)
{
	if (end)
		*end = (wchar_t *)s + __featdep_read(s, ALL);
	return (double)__featdep_read(s, ALL);
}

long wcstol(const wchar_t *restrict s, wchar_t **restrict end, int base)
{
	if (end)
		*end = (wchar_t *)s + __featdep_read(s, ALL);
	return __featdep_mix(__featdep_read(s, ALL), base);
}

int swprintf(wchar_t *restrict to, size_t count, const wchar_t *restrict format, ...)
{
	va_list args;
	long value;

	va_start(args, format);
	value = __featdep_mix(__featdep_read(format, ALL), __featdep_varargs(args));
	va_end(args);
	__featdep_fill(to, value, count * sizeof(wchar_t));
	return (int)value;
}

int wprintf(const wchar_t *restrict format, ...)
{
	va_list args;

	va_start(args, format);
	__featdep_escape("log", __featdep_varargs(args));
	va_end(args);
	return FD_ANY;
}
