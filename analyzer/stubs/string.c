/* <string.h>: memory moves element by element; a comparison and a search depend on what they look at. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <string.h>

#undef basename
#undef strdupa
#undef strndupa

#define ALL ((size_t)-1)
#define SAME 0

static long text(const char *s)
{
	return __featdep_read(s, ALL);
}

void *memcpy(void *restrict to, const void *restrict from, size_t bytes)
{
	__featdep_copy(to, from, bytes);
	return to;
}

void *memmove(void *to, const void *from, size_t bytes)
{
	__featdep_copy(to, from, bytes);
	return to;
}

void *mempcpy(void *restrict to, const void *restrict from, size_t bytes)
{
	__featdep_copy(to, from, bytes);
	return (char *)to + bytes;
}

void *memccpy(void *restrict to, const void *restrict from, int stop, size_t bytes)
{
	long length = __featdep_mix(__featdep_read(from, bytes), stop);

	__featdep_copy(to, from, bytes);
	return __featdep_unknown() ? (char *)to + length : NULL;
}

void *memset(void *to, int value, size_t bytes)
{
	__featdep_fill(to, value, bytes);
	return to;
}

void explicit_bzero(void *to, size_t bytes)
{
	__featdep_fill(to, 0, bytes);
}

int memcmp(const void *a, const void *b, size_t bytes)
{
	return (int)__featdep_mix(__featdep_read(a, bytes), __featdep_read(b, bytes));
}

/* A pointer into S that was chosen by looking at it, or none. */
static char *found(const void *s, long why)
{
	return why != SAME ? (char *)s + why : NULL;
}

void *memchr(const void *s, int c, size_t bytes)
{
	return found(s, __featdep_mix(__featdep_read(s, bytes), c));
}

void *memrchr(const void *s, int c, size_t bytes)
{
	return found(s, __featdep_mix(__featdep_read(s, bytes), c));
}

void *rawmemchr(const void *s, int c)
{
	return (char *)s + __featdep_mix(__featdep_read(s, ALL), c);
}

void *memmem(const void *s, size_t bytes, const void *part, size_t part_bytes)
{
	return found(s, __featdep_mix(__featdep_read(s, bytes), __featdep_read(part, part_bytes)));
}

size_t strlen(const char *s)
{
	return (size_t)text(s);
}

size_t strnlen(const char *s, size_t most)
{
	return (size_t)__featdep_mix(__featdep_read(s, most), most);
}

char *strcpy(char *restrict to, const char *restrict from)
{
	__featdep_copy(to, from, ALL);
	return to;
}

char *stpcpy(char *restrict to, const char *restrict from)
{
	__featdep_copy(to, from, ALL);
	return to + text(from);
}

char *strncpy(char *restrict to, const char *restrict from, size_t bytes)
{
	__featdep_fill(to, 0, bytes);
	__featdep_copy(to, from, bytes);
	return to;
}

char *stpncpy(char *restrict to, const char *restrict from, size_t bytes)
{
	__featdep_fill(to, 0, bytes);
	__featdep_copy(to, from, bytes);
	return to + __featdep_read(from, bytes);
}

char *strcat(char *restrict to, const char *restrict from)
{
	__featdep_may_write(to, __featdep_mix(text(to), text(from)), ALL);
	return to;
}

char *strncat(char *restrict to, const char *restrict from, size_t bytes)
{
	__featdep_may_write(to, __featdep_mix(text(to), __featdep_read(from, bytes)), ALL);
	return to;
}

int strcmp(const char *a, const char *b)
{
	return (int)__featdep_mix(text(a), text(b));
}

int strncmp(const char *a, const char *b, size_t bytes)
{
	return (int)__featdep_mix(__featdep_read(a, bytes), __featdep_read(b, bytes));
}

int strcoll(const char *a, const char *b)
{
	return (int)__featdep_mix(text(a), text(b));
}

int strverscmp(const char *a, const char *b)
{
	return (int)__featdep_mix(text(a), text(b));
}

size_t strxfrm(char *restrict to, const char *restrict from, size_t bytes)
{
	__featdep_fill(to, text(from), bytes);
	return (size_t)text(from);
}

char *strchr(const char *s, int c)
{
	return found(s, __featdep_mix(text(s), c));
}

char *strrchr(const char *s, int c)
{
	return found(s, __featdep_mix(text(s), c));
}

char *strchrnul(const char *s, int c)
{
	return (char *)s + __featdep_mix(text(s), c);
}

char *strstr(const char *s, const char *part)
{
	return found(s, __featdep_mix(text(s), text(part)));
}

char *strcasestr(const char *s, const char *part)
{
	return found(s, __featdep_mix(text(s), text(part)));
}

char *strpbrk(const char *s, const char *accept)
{
	return found(s, __featdep_mix(text(s), text(accept)));
}

size_t strspn(const char *s, const char *accept)
{
	return (size_t)__featdep_mix(text(s), text(accept));
}

size_t strcspn(const char *s, const char *reject)
{
	return (size_t)__featdep_mix(text(s), text(reject));
}

char *strdup(const char *s)
{
	char *copy = __featdep_alloc((size_t)text(s) + 1);

	__featdep_copy(copy, s, ALL);
	return copy;
}

char *strndup(const char *s, size_t bytes)
{
	char *copy = __featdep_alloc(bytes + 1);

	__featdep_copy(copy, s, bytes);
	return copy;
}

/* The next token of *REST and the rest after it. */
static char *token(char **rest, const char *delimiters)
{
	char *first = *rest;

	if (!first)
		return NULL;
	*rest = found(first, __featdep_mix(text(first), text(delimiters)));
	return first;
}

char *strtok_r(char *restrict s, const char *restrict delimiters, char **restrict rest)
{
	if (s)
		*rest = found(s, __featdep_mix(text(s), text(delimiters)));
	return token(rest, delimiters);
}

char *strtok(char *restrict s, const char *restrict delimiters)
{
	static char *rest;

	return strtok_r(s, delimiters, &rest);
}

char *strsep(char **restrict s, const char *restrict delimiters)
{
	return token(s, delimiters);
}

char *strerror(int number)
{
	static char message[64];

	__featdep_fill(message, number, sizeof message);
	return message;
}

char *strerror_r(int number, char *buffer, size_t bytes)
{
	__featdep_fill(buffer, number, bytes);
	return buffer;
}

char *strsignal(int number)
{
	static char message[64];

	__featdep_fill(message, number, sizeof message);
	return message;
}

char *basename(const char *path)
{
	return (char *)path + text(path);
}
