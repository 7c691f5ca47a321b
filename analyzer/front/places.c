/*
 * Files, places, and what is written there. clang_getFileLocation is the view that a reader of the source has: the
 * argument of a macro is where it is written, the body of a macro where the macro is used. Names of macros are read
 * from the text at that place, which costs nothing when nobody asks.
 */
#include "front/lower.h"

#include <ctype.h>
#include <limits.h>
#include <stdlib.h>

static void path_append(Text *path, const char *part)
{
	while (*part) {
		size_t length = strcspn(part, "/");

		if (length == 2 && part[0] == '.' && part[1] == '.') {
			while (path->len && path->data[--path->len] != '/')
				continue;
			if (path->data)
				path->data[path->len] = '\0';
		} else if (length && !(length == 1 && part[0] == '.')) {
			text_char(path, '/');
			text_put_n(path, part, length);
		}
		part += length;
		while (*part == '/')
			part++;
	}
}

static Str path_absolute(Str directory, const char *path)
{
	Text text = { 0 };
	Str result;

	if (path[0] != '/')
		path_append(&text, str_text(directory));
	path_append(&text, path);
	result = str_intern_n(text_data(&text), text.len);
	text_release(&text);
	return result;
}

/* The units of a batch include the same headers; resolving the links of their names once saves 5 % of all time. */
static Str path_real(Str path)
{
	static Map known;
	char resolved[PATH_MAX];
	Str real = path;

	if (map_get(&known, path.i, &real.i))
		return real;
	if (realpath(str_text(path), resolved))
		real = str_intern(resolved);
	map_put(&known, path.i, real.i);
	return real;
}

Str file_absolute(Lower *l, CXFile file)
{
	Str name = cxstring_take(clang_File_tryGetRealPathName(file));

	if (str_empty(name))
		name = cxstring_take(clang_getFileName(file));
	return path_real(path_absolute(l->directory, str_text(name)));
}

Str file_relative(const Lower *l, Str absolute)
{
	size_t length = str_length(l->root);
	const char *text = str_text(absolute);

	if (length > 1 && strncmp(text, str_text(l->root), length) == 0 && text[length] == '/')
		return str_intern(text + length + 1);
	return absolute;
}

FileId file_of(Lower *l, CXFile file, CXSourceLocation location)
{
	uint64_t key = (uint64_t)(uintptr_t)file;
	uint32_t id;
	Str name;

	if (!file)
		return NONE;
	if (map_get(&l->file_of, key, &id))
		return id;
	name = file_relative(l, file_absolute(l, file));
	if (!map_get(&l->file_by_name, name.i, &id)) {
		File *entry = vec_add(&l->module->files);

		id = l->module->files.len - 1;
		entry->name = name;
		entry->is_system = clang_Location_isInSystemHeader(location)
			|| (l->request->is_stub && clang_File_isEqual(file, l->main_file));
		map_put(&l->file_by_name, name.i, id);
		(void)vec_add(&l->sources);
	}
	map_put(&l->file_of, key, id);
	return id;
}

Place place_of(Lower *l, CXCursor cursor)
{
	CXSourceLocation location = clang_getCursorLocation(cursor);
	Place place;
	CXFile file;

	clang_getFileLocation(location, &file, &place.line, &place.column, NULL);
	place.file = file_of(l, file, location);
	if (place.file == NONE)
		place.line = place.column = 0;
	return place;
}

void place_set(Lower *l, CXCursor cursor)
{
	Place place = place_of(l, cursor);

	if (place.file != NONE)
		l->place = place;
}

const char *source_at(Lower *l, CXSourceLocation location, size_t *left)
{
	unsigned offset;
	CXFile file;
	Source *source;
	FileId id;

	clang_getFileLocation(location, &file, NULL, NULL, &offset);
	id = file_of(l, file, location);
	if (id == NONE)
		return NULL;
	source = &l->sources.items[id];
	if (!source->is_loaded) {
		source->text = clang_getFileContents(l->tu, file, &source->size);
		source->is_loaded = true;
	}
	if (!source->text || offset >= source->size)
		return NULL;
	*left = source->size - offset;
	return source->text + offset;
}

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static size_t word_length(const char *text, size_t left)
{
	size_t length = 0;

	if (left == 0 || isdigit((unsigned char)*text))
		return 0;
	while (length < left && is_word(text[length]))
		length++;
	return length;
}

Str identifier_at(Lower *l, CXSourceLocation location)
{
	size_t left, length;
	const char *text = source_at(l, location, &left);

	if (!text)
		return (Str){ 0 };
	length = word_length(text, left);
	return str_intern_n(text, length);
}

/* The text at LOCATION, in the macro that it is in, where it is in one; NULL when unknown. */
static const char *spelled_at(const Lower *l, CXSourceLocation location, size_t *left)
{
	unsigned offset;
	CXFile file;
	size_t size;

	clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
	const char *text = file ? clang_getFileContents(l->tu, file, &size) : NULL;
	if (!text || offset >= size)
		return NULL;
	*left = size - offset;
	return text + offset;
}

Str identifier_spelled(const Lower *l, CXSourceLocation location)
{
	size_t left;
	const char *text = spelled_at(l, location, &left);

	return text ? str_intern_n(text, word_length(text, left)) : (Str){ 0 };
}

Str argument_spelled(const Lower *l, CXSourceLocation location)
{
	size_t left, at, end;
	const char *text = spelled_at(l, location, &left);

	if (!text)
		return (Str){ 0 };
	at = word_length(text, left);
	while (at < left && strchr(" \t(", text[at]))
		at++;
	if (at >= left || text[at] != '"')
		return (Str){ 0 };
	for (end = ++at; end < left && text[end] != '"' && text[end] != '\n'; end++)
		continue;
	return str_intern_n(text + at, end - at);
}

Str label_of(Lower *l, CXCursor expr)
{
	CXSourceRange extent = clang_getCursorExtent(expr);
	size_t left, length;
	const char *text = source_at(l, clang_getRangeStart(extent), &left);
	unsigned start, end;

	if (!text)
		return (Str){ 0 };
	length = word_length(text, left);
	if (length == 0)
		return (Str){ 0 };
	clang_getFileLocation(clang_getRangeStart(extent), NULL, NULL, NULL, &start);
	clang_getFileLocation(clang_getRangeEnd(extent), NULL, NULL, NULL, &end);
	return end == start + length ? str_intern_n(text, length) : (Str){ 0 };
}
