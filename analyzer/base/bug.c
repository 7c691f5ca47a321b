#include "base/bug.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

void bug_at(const char *file, int line, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "featdep: bug at %s:%d: ", file, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}

enum { LARGE = 16 << 20, PAGE = 4096 };

static void *checked(void *memory, size_t size)
{
	if (!memory && size)
		BUG("out of memory allocating %zu bytes", size);
	return memory;
}

/* Large memory that is touched for the first time 4 KB after 4 KB can cost more time than what is done with it. Not for
   what grows: moving huge pages costs more. */
static void *fresh(void *memory, size_t size)
{
	checked(memory, size);
	if (size >= LARGE) {
		uintptr_t first = ((uintptr_t)memory + PAGE - 1) / PAGE * PAGE;
		madvise((char *)memory + (first - (uintptr_t)memory), size - PAGE, MADV_HUGEPAGE);
	}
	return memory;
}

void *mem_alloc(size_t size)
{
	return fresh(malloc(size ? size : 1), size);
}

void *mem_calloc(size_t count, size_t size)
{
	return checked(calloc(count ? count : 1, size ? size : 1), size);
}

void *mem_realloc(void *old, size_t size)
{
	return old ? checked(realloc(old, size ? size : 1), size) : mem_alloc(size);
}

char *mem_strndup(const char *text, size_t length)
{
	char *copy = mem_alloc(length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *mem_strdup(const char *text)
{
	return mem_strndup(text, strlen(text));
}
