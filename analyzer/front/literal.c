/*
 * Literals. Most numbers are read from the text of the file, at the place where they are written; those that come out
 * of macros are evaluated by libclang, which is ten times slower.
 */
#include "front/lower.h"

#include <ctype.h>

static bool number_text(Lower *l, CXCursor expr, char *buffer, size_t size)
{
	size_t left, length = 0;
	const char *text = source_at(l, clang_getCursorLocation(expr), &left);

	if (!text || !(isdigit((unsigned char)*text) || *text == '.'))
		return false;
	while (length < left && length + 1 < size && (isalnum((unsigned char)text[length]) || text[length] == '.'
			|| ((text[length] == '-' || text[length] == '+') && length && strchr("eEpP", text[length - 1])))) {
		buffer[length] = text[length];
		length++;
	}
	buffer[length] = '\0';
	return length + 1 < size;
}

ValueId literal_int(Lower *l, CXCursor expr)
{
	TypeId type = expr_type(l, expr);
	char text[64], *end;
	int64_t number;

	if (number_text(l, expr, text, sizeof text) && !strchr(text, '.') && !strpbrk(text, "bB")) {
		number = (int64_t)strtoull(text, &end, 0);
		if (end != text && strspn(end, "uUlL") == strlen(end))
			return emit_int(l, type, number, (Str){ 0 });
	}
	if (constant_of(expr, &number))
		return emit_int(l, type, number, (Str){ 0 });
	return emit_undef(l, type, "integer");
}

static bool float_evaluated(CXCursor expr, double *number)
{
	CXEvalResult result = clang_Cursor_Evaluate(expr);
	bool is_float;

	if (!result)
		return false;
	is_float = clang_EvalResult_getKind(result) == CXEval_Float;
	if (is_float)
		*number = clang_EvalResult_getAsDouble(result);
	clang_EvalResult_dispose(result);
	return is_float;
}

ValueId literal_float(Lower *l, CXCursor expr)
{
	TypeId type = expr_type(l, expr);
	char text[128], *end;
	double number;

	if (number_text(l, expr, text, sizeof text)) {
		number = strtod(text, &end);
		if (end != text && strspn(end, "fFlL") == strlen(end))
			return emit_float(l, type, type_size(l, type) == 32 ? (double)(float)number : number);
	}
	if (float_evaluated(expr, &number))
		return emit_float(l, type, number);
	return emit_undef(l, type, "number");
}

static const char *escape_numeric(const char *at, Text *out)
{
	int digits = *at == 'x' ? 16 : 3, base = *at == 'x' ? 16 : 8;
	unsigned code = 0;

	if (*at == 'x')
		at++;
	for (; digits-- > 0 && isxdigit((unsigned char)*at) && (base == 16 || (*at >= '0' && *at <= '7')); at++)
		code = code * (unsigned)base + (unsigned)(isdigit((unsigned char)*at) ? *at - '0' : tolower(*at) - 'a' + 10);
	text_char(out, (char)code);
	return at;
}

static const char *escape_decode(const char *at, Text *out)
{
	static const char names[] = "abfnrtv", codes[] = "\a\b\f\n\r\t\v";
	const char *name = *at ? strchr(names, *at) : NULL;

	if (name) {
		text_char(out, codes[name - names]);
		return at + 1;
	}
	if (*at == 'x' || (*at >= '0' && *at <= '7'))
		return escape_numeric(at, out);
	if (*at)
		text_char(out, *at);
	return *at ? at + 1 : at;
}

/* libclang gives the literal as one, quoted, adjacent ones joined. */
static Str literal_contents(CXCursor expr)
{
	CXString spelling = clang_getCursorSpelling(expr);
	const char *at = clang_getCString(spelling);
	Text out = { 0 };
	Str contents;

	at = at ? strchr(at, '"') : NULL;
	for (at = at ? at + 1 : ""; *at && *at != '"';) {
		if (*at == '\\')
			at = escape_decode(at + 1, &out);
		else
			text_char(&out, *at++);
	}
	contents = str_intern_n(text_data(&out), out.len);
	text_release(&out);
	clang_disposeString(spelling);
	return contents;
}

ValueId literal_string(Lower *l, CXCursor expr)
{
	const Type *array = type_at(l, expr_type(l, expr));
	TypeId elem = array->kind == TY_ARRAY ? array->elem : NONE;
	ValueId v;

	place_set(l, expr);
	v = emit(l, OP_CONST_STR, elem != NONE ? type_pointer_to(l, elem) : l->type_char_pointer, NONE, NONE, 0);
	instr_at(l, v)->text = literal_contents(expr);
	return v;
}
