/*
 * One sorted array serves exact names (an equal range), globs (the range of their literal beginning, then fnmatch)
 * and the search for a likely misspelling. The latter looks at every name of about the right length but computes a
 * distance only where the sets of characters do not differ by more than the edits allowed, which leaves few.
 */
#include "bind/names.h"

#include <ctype.h>
#include <fnmatch.h>

enum { WORD_MAX = 64, PREFIX_MIN = 3 };

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
		vec_push(&names->near, (NearName){ str_text(item->name), length, letters_of(str_text(item->name), length) });
	}
	vec_sort(&names->near, compare_near);
}

/* A word prepared for edit_distance: the places of each character as bits. */
typedef struct {
	uint64_t places[256];
	const char *text;
	uint32_t length;
} Word;

static Word word_make(const char *text, uint32_t length)
{
	Word word = { .text = text, .length = length };

	for (uint32_t i = 0; i < length; i++) {
		word.places[(unsigned char)tolower((unsigned char)text[i])] |= (uint64_t)1 << i;
		word.places[(unsigned char)toupper((unsigned char)text[i])] |= (uint64_t)1 << i;
	}
	return word;
}

/* Edits from WORD to TEXT without regard to case, a swap of neighbours being one; something above LIMIT when there are
   more. One column of the table is two words of bits (Hyyrö, A bit-vector algorithm for computing Levenshtein and
   Damerau edit distances, 2003). */
static uint32_t edit_distance(const Word *word, const char *text, uint32_t length, uint32_t limit)
{
	uint64_t up = ~(uint64_t)0, down = 0, diagonal = 0, before = 0;
	uint64_t last = (uint64_t)1 << (word->length - 1);
	uint32_t distance = word->length;

	for (uint32_t i = 0; i < length; i++) {
		uint64_t same = word->places[(unsigned char)text[i]];
		uint64_t swapped = ((~diagonal & same) << 1) & before;
		diagonal = (((same & up) + up) ^ up) | same | down | swapped;
		uint64_t right = down | ~(diagonal | up), left = diagonal & up;
		distance += (right & last) != 0;
		distance -= (left & last) != 0;
		if (distance > limit + (length - 1 - i))
			return limit + 1;
		right = right << 1 | 1;
		up = left << 1 | ~(diagonal | right);
		down = right & diagonal;
		before = same;
	}
	return distance;
}

static uint32_t edits_allowed(uint32_t length)
{
	return length < 4 ? 1 : length < 8 ? 2 : 3;
}

typedef struct {
	const char *text;
	uint32_t distance; /* so far the least; at first one more than allowed */
	uint32_t same;     /* bytes that it begins with as the word does: decides between equal distances */
} Nearest;

static uint32_t same_beginning(const char *a, const char *b)
{
	uint32_t same = 0;

	while (a[same] && a[same] == b[same])
		same++;
	return same;
}

static void nearest_offer(Nearest *nearest, const Word *word, const NearName *name, uint32_t length)
{
	uint32_t distance = edit_distance(word, name->text, length, nearest->distance);

	if (distance > nearest->distance || (distance == nearest->distance && !nearest->text))
		return;
	uint32_t same = same_beginning(word->text, name->text);
	bool equal = distance == nearest->distance;
	if (!equal || same > nearest->same || (same == nearest->same && strcmp(name->text, nearest->text) < 0))
		*nearest = (Nearest){ name->text, distance, same };
}

static Str near_by_edits(const Names *names, const char *text, uint32_t length)
{
	uint32_t limit = edits_allowed(length);
	uint64_t letters = letters_of(text, length);
	Nearest nearest = { .distance = limit + 1 };
	Word word = word_make(text, length);

	for (uint32_t i = 0; i < names->near.len; i++) {
		const NearName *name = &names->near.items[i];
		if (name->length > length + limit)
			break;
		if (name->length + limit >= length && (uint32_t)__builtin_popcountll(letters ^ name->letters) <= 2 * limit)
			nearest_offer(&nearest, &word, name, name->length);
	}
	return str_intern(nearest.text);
}

/* For a glob: only its literal beginning is compared. */
static Str near_by_prefix(const Names *names, const char *text, uint32_t length)
{
	uint32_t limit = length < 6 ? 1 : 2;
	uint64_t letters = letters_of(text, length);
	Nearest nearest = { .distance = limit + 1 };
	Word word = word_make(text, length);

	for (uint32_t i = 0; i < names->near.len; i++) {
		const NearName *name = &names->near.items[i];
		if (name->length >= length && (uint32_t)__builtin_popcountll(letters & ~name->letters) <= limit)
			nearest_offer(&nearest, &word, name, length);
	}
	return str_intern(nearest.text);
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
			if (name->length > PREFIX_MIN && !(name->letters & ~letters) &&
				extends(word, length, name->text, name->length))
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
	if (!length)
		return (Str){0};
	if (literal < length)
		return literal < PREFIX_MIN || literal > WORD_MAX ? (Str){0} : near_by_prefix(names, word, (uint32_t)literal);
	Str found = length <= WORD_MAX ? near_by_edits(names, word, (uint32_t)length) : (Str){0};
	return str_empty(found) && length > PREFIX_MIN ? near_by_affix(names, word, (uint32_t)length) : found;
}

void names_release(Names *names)
{
	vec_release(&names->items);
	vec_release(&names->near);
}
