/* Growable sets of small integers. A zeroed Bitset is valid and empty. */
#ifndef FEATDEP_BASE_BITSET_H
#define FEATDEP_BASE_BITSET_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
	uint64_t *words;
	uint32_t len; /* words */
} Bitset;

bool bitset_has(const Bitset *set, uint32_t i);
/* Adds I; true when it was absent. */
bool bitset_add(Bitset *set, uint32_t i);
/* Adds all of OTHER; true when SET grew. */
bool bitset_union(Bitset *set, const Bitset *other);
bool bitset_remove(Bitset *set, uint32_t i); /* true when it was present */
uint32_t bitset_count(const Bitset *set);
void bitset_clear(Bitset *set);
void bitset_release(Bitset *set);

#endif
