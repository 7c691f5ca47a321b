/* Memory that is freed all at once. A zeroed Arena is valid and empty. */
#ifndef FEATDEP_BASE_ARENA_H
#define FEATDEP_BASE_ARENA_H

#include <stddef.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct {
	ArenaChunk *chunk; /* newest first */
	size_t used;       /* bytes used in the newest chunk */
	size_t total;      /* bytes handed out, for statistics */
} Arena;

/* Zeroed memory, aligned for any type, that lives until arena_release. */
void *arena_alloc(Arena *arena, size_t size);
void *arena_copy(Arena *arena, const void *data, size_t size);
char *arena_strdup(Arena *arena, const char *text);
void arena_release(Arena *arena);

#endif
