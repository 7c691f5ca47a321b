/*
 * The parts of a for statement. libclang leaves out those that are missing without saying which, so for(i = 0;;) and
 * for(;; i++) look the same. When it matters, the header is read in the source; when a macro made the loop, in
 * clang's own print of the function.
 */
#include "front/lower.h"

#include <ctype.h>

static const char *skip_comment(const char *at, const char *end)
{
	if (at[1] == '/') {
		while (at < end && *at != '\n')
			at++;
		return at;
	}
	at += 2;
	while (at + 1 < end && !(at[0] == '*' && at[1] == '/'))
		at++;
	return at + 2;
}

/* Finds the two semicolons of the header that starts at AT with "for"; false when it is not one. */
static bool header_split(const char *at, const char *end, const char *semicolons[2], const char **close)
{
	int depth = 0, found = 0;

	if (end - at < 4 || strncmp(at, "for", 3) != 0 || isalnum((unsigned char)at[3]) || at[3] == '_')
		return false;
	for (at += 3; at < end;) {
		char c = *at;

		if (c == '"' || c == '\'') {
			at = print_skip_quoted(at, end);
			continue;
		}
		if (c == '/' && at + 1 < end && (at[1] == '/' || at[1] == '*')) {
			at = skip_comment(at, end);
			continue;
		}
		if (c == '(' || c == '{' || c == '[')
			depth++;
		if ((c == ')' || c == '}' || c == ']') && --depth == 0) {
			*close = at;
			return found == 2;
		}
		if (c == ';' && depth == 1) {
			if (found == 2)
				return false;
			semicolons[found++] = at;
		}
		at++;
	}
	return false;
}

static bool is_blank(const char *from, const char *to)
{
	while (from < to && isspace((unsigned char)*from))
		from++;
	return from >= to;
}

/* From the text: which of the parts has anything in it. Comments count as nothing only in clang's print, where there
   are none, so the source is judged by where the children lie. */
static bool parts_from_source(Lower *l, CXCursor stmt, Kids kids, uint32_t parts[3])
{
	CXSourceRange extent = clang_getCursorExtent(stmt);
	const char *semicolons[2], *close, *text;
	unsigned start, at;
	CXFile file, other;
	size_t left;

	text = source_at(l, clang_getRangeStart(extent), &left);
	if (!text || !header_split(text, text + left, semicolons, &close))
		return false;
	clang_getFileLocation(clang_getRangeStart(extent), &file, NULL, NULL, &start);
	for (uint32_t i = 0; i + 1 < kids.count; i++) {
		CXSourceLocation begin = clang_getRangeStart(clang_getCursorExtent(kid(l, kids, i)));

		clang_getFileLocation(begin, &other, NULL, NULL, &at);
		if (!clang_File_isEqual(file, other) || at < start)
			return false;
		at -= start;
		if (at > (size_t)(close - text))
			return false;
		parts[at > (size_t)(semicolons[1] - text) ? 2 : at > (size_t)(semicolons[0] - text) ? 1 : 0] = i;
	}
	return true;
}

/* The header of the Nth for statement in TEXT. */
static const char *header_find(const char *text, uint32_t n)
{
	const char *end = text + strlen(text), *at = text;
	char before = ' ';

	while (at < end) {
		if (*at == '"' || *at == '\'') {
			at = print_skip_quoted(at, end);
			before = ' ';
			continue;
		}
		if (strncmp(at, "for (", 5) == 0 && !isalnum((unsigned char)before) && before != '_' && n-- == 0)
			return at;
		before = *at++;
	}
	return NULL;
}

static bool parts_from_print(Builder *b, Kids kids, uint32_t n, uint32_t parts[3])
{
	const char *text = function_print(b), *header = header_find(text, n), *semicolons[2], *close;
	bool has[3];
	uint32_t at = 0;

	if (!header || !header_split(header, header + strlen(header), semicolons, &close))
		return false;
	has[0] = !is_blank(header + 5, semicolons[0]);
	has[1] = !is_blank(semicolons[0] + 1, semicolons[1]);
	has[2] = !is_blank(semicolons[1] + 1, close);
	if ((uint32_t)(has[0] + has[1] + has[2]) + 1 != kids.count)
		return false;
	for (int i = 0; i < 3; i++)
		parts[i] = has[i] ? at++ : NONE;
	return true;
}

static bool is_step(CXCursor expr)
{
	enum CXUnaryOperatorKind kind;

	if (expr.kind == CXCursor_CompoundAssignOperator)
		return true;
	if (expr.kind != CXCursor_UnaryOperator)
		return false;
	kind = clang_getCursorUnaryOperatorKind(expr);
	return kind >= CXUnaryOperator_PostInc && kind <= CXUnaryOperator_PreDec;
}

/* The likeliest reading, for loops whose text is nowhere: steps step, assignments start, the rest are conditions. */
static void parts_from_shape(const Lower *l, Kids kids, uint32_t parts[3])
{
	for (uint32_t i = 0; i + 1 < kids.count; i++) {
		CXCursor part = kid(l, kids, i);
		bool is_assignment = part.kind == CXCursor_BinaryOperator
			&& clang_getCursorBinaryOperatorKind(part) == CXBinaryOperator_Assign;

		if (part.kind == CXCursor_DeclStmt || (i == 0 && is_assignment))
			parts[0] = i;
		else if (is_step(part) || is_assignment)
			parts[2] = i;
		else
			parts[1] = i;
	}
}

void for_parts(Lower *l, CXCursor stmt, Kids kids, uint32_t parts[3])
{
	uint32_t n = l->builder->loops_seen++;

	parts[0] = parts[1] = parts[2] = NONE;
	if (kids.count == 4) {
		for (uint32_t i = 0; i < 3; i++)
			parts[i] = i;
		return;
	}
	if (kids.count < 2 || parts_from_source(l, stmt, kids, parts))
		return;
	parts[0] = parts[1] = parts[2] = NONE;
	if (!l->builder->f.is_init && parts_from_print(l->builder, kids, n, parts))
		return;
	parts_from_shape(l, kids, parts);
	emit_unresolved(l, "parts of a for statement guessed");
}
