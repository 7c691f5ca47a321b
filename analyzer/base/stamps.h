/* A set of small integers that is emptied in constant time, for visits that are made over and over. A zeroed Stamps is
   valid and empty. */
#ifndef FEATDEP_BASE_STAMPS_H
#define FEATDEP_BASE_STAMPS_H

#include "base/vec.h"

#include <stdbool.h>

typedef struct {
	VEC(uint32_t) seen; /* by integer: the round it was last added in */
	uint32_t round;     /* 0: never emptied yet, counts as 1 */
} Stamps;

static inline void stamps_clear(Stamps *set)
{
	if (++set->round == 0) {
		memset(set->seen.items, 0, set->seen.len * sizeof *set->seen.items);
		set->round = 1;
	}
}

/* Adds I; true when it was absent. */
static inline bool stamps_add(Stamps *set, uint32_t i)
{
	if (!set->round)
		set->round = 1;
	if (i >= set->seen.len) {
		uint32_t grown = i + i / 2 + 64;
		vec_reserve(&set->seen, grown);
		memset(set->seen.items + set->seen.len, 0, (grown - set->seen.len) * sizeof *set->seen.items);
		set->seen.len = grown;
	}
	if (set->seen.items[i] == set->round)
		return false;
	set->seen.items[i] = set->round;
	return true;
}

static inline bool stamps_has(const Stamps *set, uint32_t i)
{
	return set->round && i < set->seen.len && set->seen.items[i] == set->round;
}

static inline void stamps_release(Stamps *set)
{
	vec_release(&set->seen);
	set->round = 0;
}

#endif
