#include "base/arena.h"

#include "base/bug.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct ArenaChunk {
	ArenaChunk *next;
	size_t size;
	_Alignas(ALIGNMENT) char data[];
};

void *arena_alloc(Arena *arena, size_t size)
{
	size_t need = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);

	if (!arena->chunk || arena->chunk->size - arena->used < need) {
		size_t chunk_size = need > CHUNK_SIZE ? need : CHUNK_SIZE;
		ArenaChunk *chunk = mem_alloc(sizeof *chunk + chunk_size);
		chunk->next = arena->chunk;
		chunk->size = chunk_size;
		arena->chunk = chunk;
		arena->used = 0;
	}
	void *memory = arena->chunk->data + arena->used;
	arena->used += need;
	arena->total += need;
	return memset(memory, 0, size);
}

void *arena_copy(Arena *arena, const void *data, size_t size)
{
	void *memory = arena_alloc(arena, size);
	return size ? memcpy(memory, data, size) : memory;
}

char *arena_strdup(Arena *arena, const char *text)
{
	return arena_copy(arena, text, strlen(text) + 1);
}

void arena_release(Arena *arena)
{
	for (ArenaChunk *chunk = arena->chunk, *next; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	*arena = (Arena){0};
}
