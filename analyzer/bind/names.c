/*
 * One sorted array serves exact names (an equal range), globs (the range of their literal beginning, then fnmatch)
 * and the search for a likely misspelling. The latter looks at every name of about the right length but computes a
 * distance only where the sets of characters do not differ by more than the edits allowed, which leaves few.
 */
#include "bind/names.h"

#include <ctype.h>
#include <fnmatch.h>

enum { LENGTH_MAX = 200, PREFIX_MIN = 3 };

void names_add(Names *names, Str name, uint32_t id, uint32_t sub)
{
	if (!str_empty(name))
		vec_push(&names->items, (Name){ name, id, sub });
}

static int compare_names(const void *a, const void *b)
{
	const Name *x = a, *y = b;
	int order = str_compare(x->name, y->name);

	if (order)
		return order;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->sub < y->sub ? -1 : x->sub > y->sub;
}

void names_sort(Names *names)
{
	vec_sort(&names->items, compare_names);
}

/* Length of what PATTERN begins with before the first glob character. */
static size_t literal_length(const char *pattern)
{
	return strcspn(pattern, "*?[\\");
}

/* The first item whose first LENGTH bytes are not below (or, with AFTER, are above) those of TEXT. */
static uint32_t find_bound(const Names *names, const char *text, size_t length, bool after)
{
	uint32_t low = 0, high = names->items.len;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strncmp(str_text(names->items.items[middle].name), text, length);
		if (order < 0 || (after && order == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

NameRange names_range(const Names *names, const char *pattern)
{
	size_t length = literal_length(pattern);

	if (!pattern[length])
		length++;
	return (NameRange){ find_bound(names, pattern, length, false), find_bound(names, pattern, length, true) };
}

bool name_matches(const char *pattern, Str name)
{
	if (!pattern[literal_length(pattern)])
		return str_is(name, pattern);
	return !fnmatch(pattern, str_text(name), 0);
}

static uint64_t letters_of(const char *text, size_t length)
{
	uint64_t letters = 0;

	for (size_t i = 0; i < length; i++)
		letters |= (uint64_t)1 << (tolower((unsigned char)text[i]) & 63);
	return letters;
}

static int compare_near(const void *a, const void *b)
{
	const NearName *x = a, *y = b;

	if (x->length != y->length)
		return x->length < y->length ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void near_build(Names *names)
{
	for (uint32_t i = 0; i < names->items.len; i++) {
		const Name *item = &names->items.items[i];
		if (i && str_equal(item->name, item[-1].name))
			continue;
		uint32_t length = (uint32_t)str_length(item->name);
		if (length <= LENGTH_MAX)
			vec_push(&names->near, (NearName){ str_text(item->name), length, letters_of(str_text(item->name), length) });
	}
	vec_sort(&names->near, compare_near);
}

/* Edits from A to B without regard to case, a swap of neighbours being one; more than LIMIT is LIMIT + 1. */
static uint32_t edit_distance(const char *a, uint32_t la, const char *b, uint32_t lb, uint32_t limit)
{
	uint16_t rows[3][LENGTH_MAX + 1];
	uint16_t *before = rows[0], *above = rows[1], *row = rows[2];

	for (uint32_t j = 0; j <= lb; j++)
		above[j] = (uint16_t)j;
	for (uint32_t i = 1; i <= la; i++) {
		uint16_t best = row[0] = (uint16_t)i;
		for (uint32_t j = 1; j <= lb; j++) {
			int x = tolower((unsigned char)a[i - 1]), y = tolower((unsigned char)b[j - 1]);
			uint16_t cost = (uint16_t)(above[j - 1] + (x != y));
			if (above[j] + 1 < cost)
				cost = (uint16_t)(above[j] + 1);
			if (row[j - 1] + 1 < cost)
				cost = (uint16_t)(row[j - 1] + 1);
			if (i > 1 && j > 1 && x == tolower((unsigned char)b[j - 2]) && y == tolower((unsigned char)a[i - 2]) &&
				before[j - 2] + 1 < cost)
				cost = (uint16_t)(before[j - 2] + 1);
			row[j] = cost;
			if (cost < best)
				best = cost;
		}
		if (best > limit)
			return limit + 1;
		uint16_t *oldest = before;
		before = above;
		above = row;
		row = oldest;
	}
	return above[lb] > limit ? limit + 1 : above[lb];
}

static uint32_t edits_allowed(uint32_t length)
{
	return length < 4 ? 1 : length < 8 ? 2 : 3;
}

static Str near_by_edits(const Names *names, const char *word, uint32_t length)
{
	uint32_t limit = edits_allowed(length), best = limit + 1;
	uint64_t letters = letters_of(word, length);
	Str found = {0};

	for (uint32_t i = 0; i < names->near.len; i++) {
		const NearName *name = &names->near.items[i];
		if (name->length + limit < length)
			continue;
		if (name->length > length + limit)
			break;
		if ((uint32_t)__builtin_popcountll(letters ^ name->letters) > 2 * limit)
			continue;
		uint32_t distance = edit_distance(word, length, name->text, name->length, limit);
		if (distance < best || (distance == best && best <= limit && strcmp(name->text, str_text(found)) < 0)) {
			best = distance;
			found = str_intern(name->text);
		}
	}
	return found;
}

/* For a glob: only its literal beginning is compared. */
static Str near_by_prefix(const Names *names, const char *word, uint32_t length)
{
	uint32_t limit = length < 6 ? 1 : 2, best = limit + 1;
	uint64_t letters = letters_of(word, length);
	Str found = {0};

	for (uint32_t i = 0; i < names->near.len; i++) {
		const NearName *name = &names->near.items[i];
		if (name->length < length || (uint32_t)__builtin_popcountll(letters & ~name->letters) > limit)
			continue;
		uint32_t distance = edit_distance(word, length, name->text, length, limit);
		if (distance < best || (distance == best && best <= limit && strcmp(name->text, str_text(found)) < 0)) {
			best = distance;
			found = str_intern(name->text);
		}
	}
	return found;
}

/* LONGER is SHORTER with something before or behind, parted by "_". */
static bool extends(const char *longer, uint32_t length, const char *shorter, uint32_t part)
{
	if (length < part + 2)
		return false;
	return (longer[part] == '_' && !memcmp(longer, shorter, part)) ||
		(longer[length - part - 1] == '_' && !memcmp(longer + length - part, shorter, part));
}

/* The shortest name that is WORD with a prefix or suffix more, or the longest with one less. */
static Str near_by_affix(const Names *names, const char *word, uint32_t length)
{
	uint64_t letters = letters_of(word, length);
	const NearName *shorter = NULL;

	for (uint32_t i = 0; i < names->near.len; i++) {
		const NearName *name = &names->near.items[i];
		if (name->length < length) {
			if (name->length > PREFIX_MIN && !(name->letters & ~letters) && extends(word, length, name->text, name->length))
				shorter = name;
		} else if (!(letters & ~name->letters) && extends(name->text, name->length, word, length)) {
			return str_intern(name->text);
		}
	}
	return str_intern(shorter ? shorter->text : NULL);
}

Str names_nearest(Names *names, const char *word)
{
	size_t length = strlen(word), literal = literal_length(word);

	if (!names->near.len)
		near_build(names);
	if (!length || length > LENGTH_MAX)
		return (Str){0};
	if (literal < length)
		return literal < PREFIX_MIN ? (Str){0} : near_by_prefix(names, word, (uint32_t)literal);
	Str found = near_by_edits(names, word, (uint32_t)length);
	return str_empty(found) && length > PREFIX_MIN ? near_by_affix(names, word, (uint32_t)length) : found;
}

void names_release(Names *names)
{
	vec_release(&names->items);
	vec_release(&names->near);
}
