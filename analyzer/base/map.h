/* Open-addressing hash map from 64-bit keys to 32-bit values. A zeroed Map is valid and empty. */
#ifndef FEATDEP_BASE_MAP_H
#define FEATDEP_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

/* One entry's key, value and state are next to each other: looking it up costs one cache line. */
typedef struct { uint64_t key; uint32_t value; bool used; } MapSlot;

typedef struct {
	MapSlot *slots;
	uint32_t len, cap; /* cap is 0 or a power of two */
} Map;

/* The value of KEY in *VALUE and true, or false when KEY is absent. VALUE may be NULL. */
bool map_get(const Map *map, uint64_t key, uint32_t *value);
/* The value of KEY, or FALLBACK when KEY is absent. */
uint32_t map_get_or(const Map *map, uint64_t key, uint32_t fallback);
/* Sets KEY to VALUE; true when KEY was absent. */
bool map_put(Map *map, uint64_t key, uint32_t value);
void map_clear(Map *map);
void map_release(Map *map);

/* FNV-1a with a final mix; SEED 0 for the first part of a compound key. */
uint64_t hash_bytes(uint64_t seed, const void *data, uint64_t size);
uint64_t hash_u64(uint64_t seed, uint64_t value);
/* Of much data: eight bytes at a time. */
uint64_t hash_content(const void *data, uint64_t size);

static inline uint64_t map_key(uint32_t high, uint32_t low)
{
	return (uint64_t)high << 32 | low;
}

#endif
