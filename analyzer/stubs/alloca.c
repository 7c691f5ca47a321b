/* alloca and the memory functions outside <stdlib.h>. */
#define _GNU_SOURCE
#include "featdep/stub.h"

#include <alloca.h>
#include <malloc.h>

#undef alloca

void *alloca(size_t bytes)
{
	return __featdep_alloc(bytes);
}

void *memalign(size_t alignment, size_t bytes)
{
	(void)alignment;
	return __featdep_alloc(bytes);
}

void *pvalloc(size_t bytes)
{
	return __featdep_alloc(bytes);
}

size_t malloc_usable_size(void *memory)
{
	(void)memory;
	return FD_ANY;
}

int malloc_trim(size_t pad)
{
	(void)pad;
	return 0;
}

int mallopt(int parameter, int value)
{
	(void)parameter, (void)value;
	return 1;
}
