#include "base/pages.h"

#include <sys/mman.h>

static const size_t HUGE_PAGE = 2 << 20;

static size_t bytes_of(uint32_t cap, size_t size)
{
	return (cap * size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/* Address space of BYTES that begins at a huge page. */
static char *map_aligned(size_t bytes)
{
	char *memory = mmap(NULL, bytes + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (memory == MAP_FAILED)
		BUG("out of memory allocating %zu bytes", bytes);
	size_t before = (HUGE_PAGE - (uintptr_t)memory % HUGE_PAGE) % HUGE_PAGE;
	if (before)
		munmap(memory, before);
	if (before < HUGE_PAGE)
		munmap(memory + before + bytes, HUGE_PAGE - before);
	return memory + before;
}

void *pages_grow(void *items, uint32_t *cap, uint32_t need, size_t size)
{
	uint32_t next = need > *cap / 2 * 3 ? need : *cap / 2 * 3;
	size_t old = bytes_of(*cap, size), bytes = bytes_of(next, size);
	char *memory = map_aligned(bytes);

	if (items && mremap(items, old, old, MREMAP_MAYMOVE | MREMAP_FIXED, memory) == MAP_FAILED)
		BUG("cannot move %zu bytes of memory", old);
	madvise(memory + old, bytes - old, MADV_HUGEPAGE);
	*cap = (uint32_t)(bytes / size);
	return memory;
}

void pages_free(void *items, uint32_t cap, size_t size)
{
	if (items)
		munmap(items, bytes_of(cap, size));
}
