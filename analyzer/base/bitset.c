#include "base/bitset.h"

#include "base/bug.h"

#include <stdlib.h>
#include <string.h>

static void reserve(Bitset *set, uint32_t words)
{
	if (words <= set->len)
		return;
	set->words = mem_realloc(set->words, words * sizeof *set->words);
	memset(set->words + set->len, 0, (words - set->len) * sizeof *set->words);
	set->len = words;
}

bool bitset_has(const Bitset *set, uint32_t i)
{
	return i / 64 < set->len && set->words[i / 64] >> i % 64 & 1;
}

bool bitset_add(Bitset *set, uint32_t i)
{
	if (bitset_has(set, i))
		return false;
	reserve(set, i / 64 + 1);
	set->words[i / 64] |= 1ULL << i % 64;
	return true;
}

bool bitset_union(Bitset *set, const Bitset *other)
{
	uint64_t grown = 0;

	reserve(set, other->len);
	for (uint32_t i = 0; i < other->len; i++) {
		grown |= other->words[i] & ~set->words[i];
		set->words[i] |= other->words[i];
	}
	return grown != 0;
}

bool bitset_remove(Bitset *set, uint32_t i)
{
	if (!bitset_has(set, i))
		return false;
	set->words[i / 64] &= ~(1ULL << i % 64);
	return true;
}

uint32_t bitset_count(const Bitset *set)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < set->len; i++)
		count += (uint32_t)__builtin_popcountll(set->words[i]);
	return count;
}

void bitset_clear(Bitset *set)
{
	if (set->len)
		memset(set->words, 0, set->len * sizeof *set->words);
}

void bitset_release(Bitset *set)
{
	free(set->words);
	*set = (Bitset){0};
}
