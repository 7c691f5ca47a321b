#include "base/map.h"

#include "base/bug.h"

#include <stdlib.h>
#include <string.h>

static uint64_t mix(uint64_t x)
{
	x ^= x >> 33;
	x *= 0xff51afd7ed558ccdULL;
	x ^= x >> 33;
	x *= 0xc4ceb9fe1a85ec53ULL;
	return x ^ x >> 33;
}

uint64_t hash_bytes(uint64_t seed, const void *data, uint64_t size)
{
	const unsigned char *bytes = data;
	uint64_t hash = seed ^ 0xcbf29ce484222325ULL;

	for (uint64_t i = 0; i < size; i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3ULL;
	return mix(hash);
}

uint64_t hash_content(const void *data, uint64_t size)
{
	const unsigned char *bytes = data;
	uint64_t hash = size, word = 0, i = 0;

	for (; i + sizeof word <= size; i += sizeof word) {
		memcpy(&word, bytes + i, sizeof word);
		hash = (hash ^ word) * 0x9e3779b97f4a7c15ULL;
		hash ^= hash >> 32;
	}
	return hash_bytes(hash, bytes + i, size - i);
}

uint64_t hash_u64(uint64_t seed, uint64_t value)
{
	return mix(seed * 0x9e3779b97f4a7c15ULL + value + 0x165667b19e3779f9ULL);
}

/* The slot of KEY, or the free slot where it belongs (multiplicative hashing: Knuth, TAOCP 3, section 6.4). */
static MapSlot *slot_of(const Map *map, uint64_t key)
{
	uint32_t mask = map->cap - 1;
	uint32_t at = (uint32_t)(key * 0x9e3779b97f4a7c15ULL >> 32) & mask;

	while (map->slots[at].used && map->slots[at].key != key)
		at = (at + 1) & mask;
	return &map->slots[at];
}

static void grow(Map *map)
{
	Map old = *map;

	map->cap = old.cap ? old.cap * 2 : 16;
	map->slots = mem_calloc(map->cap, sizeof *map->slots);
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.slots[i].used)
			*slot_of(map, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

bool map_get(const Map *map, uint64_t key, uint32_t *value)
{
	if (!map->cap)
		return false;
	const MapSlot *slot = slot_of(map, key);
	if (slot->used && value)
		*value = slot->value;
	return slot->used;
}

uint32_t map_get_or(const Map *map, uint64_t key, uint32_t fallback)
{
	map_get(map, key, &fallback);
	return fallback;
}

bool map_put(Map *map, uint64_t key, uint32_t value)
{
	if (map->len * 4 >= map->cap * 3)
		grow(map);
	MapSlot *slot = slot_of(map, key);
	bool added = !slot->used;
	map->len += added;
	*slot = (MapSlot){ key, value, true };
	return added;
}

void map_clear(Map *map)
{
	if (map->cap)
		memset(map->slots, 0, map->cap * sizeof *map->slots);
	map->len = 0;
}

void map_release(Map *map)
{
	free(map->slots);
	*map = (Map){0};
}
