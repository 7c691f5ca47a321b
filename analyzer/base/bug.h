/* Programming errors and exhausted memory: the two things that abort. */
#ifndef FEATDEP_BASE_BUG_H
#define FEATDEP_BASE_BUG_H

#include <stddef.h>

#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)

/* Prints "featdep: bug at FILE:LINE: MESSAGE" to stderr and aborts. */
_Noreturn void bug_at(const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* malloc and realloc that abort when memory is exhausted; the caller frees. */
void *mem_alloc(size_t size);
void *mem_calloc(size_t count, size_t size);
void *mem_realloc(void *old, size_t size);
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t length);

#endif
