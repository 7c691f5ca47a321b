/*
 * What only clang's own print of a function shows, because libclang has no call for it: the types of a generic
 * selection, the labels of an assembler statement. The print is in the order of the tree, macros expanded, so that the
 * Nth of a kind in one is the Nth in the other; when their numbers differ, nothing is told.
 */
#include "front/lower.h"

#include <ctype.h>

const char *function_print(Builder *b)
{
	CXPrintingPolicy policy;
	CXString text;

	if (!b->pretty) {
		policy = clang_getCursorPrintingPolicy(b->cursor);
		text = clang_getCursorPrettyPrinted(b->cursor, policy);
		b->pretty = mem_strdup(clang_getCString(text) ? clang_getCString(text) : "");
		clang_disposeString(text);
		clang_PrintingPolicy_dispose(policy);
	}
	return b->pretty;
}

const char *print_skip_quoted(const char *at, const char *end)
{
	char quote = *at++;

	while (at < end && *at != quote)
		at += *at == '\\' ? 2 : 1;
	return at < end ? at + 1 : end;
}

static bool is_printed_kind(CXCursor cursor)
{
	return cursor.kind == CXCursor_GenericSelectionExpr || cursor.kind == CXCursor_GCCAsmStmt;
}

static enum CXChildVisitResult printed_collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
	Builder *b = data;
	uint32_t seen;

	(void)parent;
	if (cursor.kind == CXCursor_StructDecl || cursor.kind == CXCursor_UnionDecl)
		return CXChildVisit_Continue;
	if (cursor.kind == CXCursor_LabelStmt)
		vec_push(&b->label_cursors, cursor);
	if (is_printed_kind(cursor) && !map_get(&b->printed_of, (uint64_t)(uintptr_t)cursor.data[1], &seen)) {
		map_put(&b->printed_of, (uint64_t)(uintptr_t)cursor.data[1], b->printed.len);
		vec_push(&b->printed, (Printed){ .kind = cursor.kind });
	}
	return CXChildVisit_Recurse;
}

static void printed_find(Builder *b, enum CXCursorKind kind, const char *word)
{
	const char *at = function_print(b), *end = at + strlen(at);
	size_t length = strlen(word);
	uint32_t next = 0;
	char before = ' ';

	for (; at < end; before = *at++) {
		if (*at == '"' || *at == '\'')
			at = print_skip_quoted(at, end) - 1;
		if (strncmp(at, word, length) != 0 || isalnum((unsigned char)before) || before == '_')
			continue;
		while (next < b->printed.len && b->printed.items[next].kind != kind)
			next++;
		if (next == b->printed.len)
			break;
		b->printed.items[next++].text = at + length;
	}
	while (next < b->printed.len && b->printed.items[next].kind != kind)
		next++;
	if (at == end && next == b->printed.len)
		return;
	for (next = 0; next < b->printed.len; next++)
		if (b->printed.items[next].kind == kind)
			b->printed.items[next].text = NULL;
}

static void printed_prepare(Builder *b)
{
	b->is_printed = true;
	clang_visitChildren(b->cursor, printed_collect, b);
	printed_find(b, CXCursor_GenericSelectionExpr, "_Generic(");
	printed_find(b, CXCursor_GCCAsmStmt, "asm ");
}

/* What stands behind the word that CURSOR begins with, or NULL. */
static const char *print_of(Builder *b, CXCursor cursor)
{
	uint32_t i;

	if (!b->is_printed)
		printed_prepare(b);
	return map_get(&b->printed_of, (uint64_t)(uintptr_t)cursor.data[1], &i) ? b->printed.items[i].text : NULL;
}

/* Splits what is in the parentheses around AT; the parts point into the text and end with its next separator. */
typedef struct {
	const char *start, *end;
} Part;

typedef VEC(Part) Parts;

static void split(const char *at, char separator, Parts *parts)
{
	const char *end = at + strlen(at), *start = at;
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '"' || *at == '\'')
			at = print_skip_quoted(at, end) - 1;
		else if (depth == 0 && (*at == separator || *at == ')'))
			vec_push(parts, ((Part){ start, at }));
		if (depth == 0 && *at == ')')
			return;
		if (depth == 0 && *at == separator)
			start = at + 1;
		depth += *at == '(' || *at == '[' || *at == '{';
		depth -= *at == ')' || *at == ']' || *at == '}';
	}
}

static Str part_text(Part part)
{
	while (part.start < part.end && isspace((unsigned char)*part.start))
		part.start++;
	while (part.end > part.start && isspace((unsigned char)part.end[-1]))
		part.end--;
	return str_intern_n(part.start, (size_t)(part.end - part.start));
}

/* --- generic selections --- */

typedef struct {
	Str name;
	CXType found;
} TypedefSearch;

static enum CXChildVisitResult typedef_find(CXCursor cursor, CXCursor parent, CXClientData data)
{
	TypedefSearch *search = data;

	(void)parent;
	if (cursor.kind == CXCursor_TypedefDecl && str_equal(cursor_name(cursor), search->name))
		search->found = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(cursor));
	return CXChildVisit_Continue;
}

static bool is_type_word(Str word)
{
	static const char *const words[] = { "const", "volatile", "restrict", "char", "short", "int", "long", "float",
		"double", "signed", "unsigned", "void", "_Bool", "bool", "_Complex", "struct", "union", "enum" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(word, words[i]))
			return true;
	return false;
}

static bool is_tag_word(Str word)
{
	return str_is(word, "struct") || str_is(word, "union") || str_is(word, "enum");
}

/* TEXT with the typedefs in it replaced by what they stand for; empty when a word in it is unknown. */
static Str type_text_resolved(Lower *l, Str text)
{
	Text out = { 0 };
	bool is_tag = false, is_known = true;
	const char *at = str_text(text);
	Str result;

	while (*at && is_known) {
		TypedefSearch search = { 0 };
		size_t length = 0;

		while (isalnum((unsigned char)at[length]) || at[length] == '_')
			length++;
		if (length == 0 || isdigit((unsigned char)*at)) {
			text_char(&out, *at++);
			continue;
		}
		search.name = str_intern_n(at, length);
		at += length;
		if (!is_tag && !is_type_word(search.name)) {
			clang_visitChildren(clang_getTranslationUnitCursor(l->tu), typedef_find, &search);
			is_known = search.found.kind != CXType_Invalid;
			search.name = cxstring_take(clang_getTypeSpelling(search.found));
		}
		is_tag = is_tag_word(search.name);
		if (str_is(search.name, "bool")) /* the print is kinder than the names of types */
			search.name = str_intern("_Bool");
		text_put(&out, str_text(search.name));
	}
	result = is_known ? str_intern_n(text_data(&out), out.len) : (Str){ 0 };
	text_release(&out);
	return result;
}

/* The type that the associations are compared with: without qualifiers, arrays and functions as pointers. */
static Str controlling_type(CXCursor controlling)
{
	CXType type = clang_getCanonicalType(clang_getCursorType(controlling));
	Str name;
	size_t length;

	if (cxtype_is_array(type)) {
		name = cxstring_take(clang_getTypeSpelling(clang_getCanonicalType(clang_getArrayElementType(type))));
		length = str_length(name);
		return str_format(length && str_text(name)[length - 1] == '*' ? "%s*" : "%s *", str_text(name));
	}
	return cxstring_take(clang_getTypeSpelling(clang_getUnqualifiedType(type)));
}

uint32_t print_selected(Lower *l, CXCursor generic, CXCursor controlling)
{
	const char *text = print_of(l->builder, generic);
	uint32_t selected = NONE, otherwise = NONE;
	bool is_sure = true;
	Parts parts = { 0 };
	Str type = controlling_type(controlling);

	if (text)
		split(text, ',', &parts);
	for (uint32_t i = 1; i < parts.len && selected == NONE; i++) {
		Parts halves = { 0 };
		Str name, resolved;

		split(parts.items[i].start, ':', &halves);
		name = halves.len ? part_text(halves.items[0]) : (Str){ 0 };
		vec_release(&halves);
		if (strcmp(str_text(name), "default") == 0) {
			otherwise = i;
			continue;
		}
		resolved = type_text_resolved(l, name);
		is_sure &= !str_empty(resolved);
		if (str_equal(resolved, type))
			selected = i;
	}
	vec_release(&parts);
	return selected == NONE && is_sure ? otherwise : selected;
}

/* --- assembler statements --- */

void print_asm_labels(Lower *l, CXCursor stmt, CXCursor *labels, uint32_t room, uint32_t *count)
{
	const char *text = print_of(l->builder, stmt), *open = text ? strchr(text, '(') : NULL;
	Parts sections = { 0 }, names = { 0 };

	*count = 0;
	if (!open || !memmem(text, (size_t)(open - text), "goto", 4))
		return;
	split(open + 1, ':', &sections);
	if (sections.len == 5)
		split(sections.items[4].start, ',', &names);
	for (uint32_t i = 0; i < names.len; i++)
		for (uint32_t k = 0; k < l->builder->label_cursors.len && *count < room; k++)
			if (str_equal(cursor_name(l->builder->label_cursors.items[k]), part_text(names.items[i])))
				labels[(*count)++] = l->builder->label_cursors.items[k];
	vec_release(&sections);
	vec_release(&names);
}
