#include "base/intern.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
	const char *text;
	uint32_t length;
	uint32_t next; /* another string with the same hash, or 0 */
} Entry;

static struct {
	Arena arena;
	Map by_hash; /* hash of the text → newest entry with it */
	VEC(Entry) entries;
} table;

Str str_intern_n(const char *text, size_t length)
{
	if (!length)
		return (Str){0};
	if (!table.entries.len)
		vec_push(&table.entries, (Entry){ "", 0, 0 });
	uint64_t hash = hash_bytes(0, text, length);
	uint32_t first = map_get_or(&table.by_hash, hash, 0);
	for (uint32_t i = first; i; i = table.entries.items[i].next) {
		const Entry *entry = &table.entries.items[i];
		if (entry->length == length && !memcmp(entry->text, text, length))
			return (Str){ i };
	}
	char *copy = arena_alloc(&table.arena, length + 1);
	memcpy(copy, text, length);
	vec_push(&table.entries, (Entry){ copy, (uint32_t)length, first });
	map_put(&table.by_hash, hash, table.entries.len - 1);
	return (Str){ table.entries.len - 1 };
}

Str str_intern(const char *text)
{
	return text ? str_intern_n(text, strlen(text)) : (Str){0};
}

Str str_format(const char *format, ...)
{
	char small[256];
	va_list args;

	va_start(args, format);
	int length = vsnprintf(small, sizeof small, format, args);
	va_end(args);
	if (length < 0)
		BUG("cannot format \"%s\"", format);
	if ((size_t)length < sizeof small)
		return str_intern_n(small, (size_t)length);
	char *large = mem_alloc((size_t)length + 1);
	va_start(args, format);
	vsnprintf(large, (size_t)length + 1, format, args);
	va_end(args);
	Str result = str_intern_n(large, (size_t)length);
	free(large);
	return result;
}

const char *str_text(Str s)
{
	return s.i ? table.entries.items[s.i].text : "";
}

size_t str_length(Str s)
{
	return s.i ? table.entries.items[s.i].length : 0;
}

bool str_is(Str s, const char *text)
{
	return !strcmp(str_text(s), text);
}

int str_compare(Str a, Str b)
{
	return a.i == b.i ? 0 : strcmp(str_text(a), str_text(b));
}
