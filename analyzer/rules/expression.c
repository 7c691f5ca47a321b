/* Expressions are fully bracketed, so a part of one is found by counting brackets. */
#include "rules/expression.h"

#include <ctype.h>

/* The end of the operand that starts at TEXT: a bracketed one, or all up to the next space, comma or bracket. */
static size_t operand_length(const char *text)
{
	size_t i = 0, depth = 0;

	for (; text[i]; i++) {
		if (text[i] == '(' || text[i] == '{')
			depth++;
		else if ((text[i] == ')' || text[i] == '}') && !depth)
			break;
		else if (text[i] == ')' || text[i] == '}')
			depth--;
		else if ((text[i] == ' ' || text[i] == ',') && !depth)
			break;
	}
	return i;
}

static bool word_starts(const char *text, size_t i)
{
	return !i || strchr(" (,{", text[i - 1]);
}

/* The common start of A and B up to the last place at which an operand begins in both. */
static size_t common_start(const char *a, const char *b)
{
	size_t i = 0, start = 0;

	for (; a[i] && a[i] == b[i]; i++)
		if (word_starts(a, i))
			start = i;
	if (word_starts(a, i) && word_starts(b, i))
		start = i;
	return start;
}

/* An operator differs: the bracket around it. */
static size_t bracket_around(const char *text, size_t at)
{
	size_t depth = 0;

	for (size_t i = at; i-- > 0;) {
		depth += text[i] == ')' || text[i] == '}';
		if ((text[i] == '(' || text[i] == '{') && !depth--)
			return i;
	}
	return 0;
}

static bool is_operator(const char *text)
{
	return *text && strchr("+-*/%&|^<>=!", *text) && strchr(" =<>&|", text[1]);
}

void expression_differ(const char *a, const char *b, Text *in_a, Text *in_b)
{
	size_t start = common_start(a, b);
	if (is_operator(a + start) || is_operator(b + start))
		start = bracket_around(a, start);
	size_t x = operand_length(a + start), y = operand_length(b + start);

	text_printf(in_a, "%.*s", (int)x, a + start);
	text_printf(in_b, "%.*s", (int)y, b + start);
	if (!x || !y || !strcmp(text_data(in_a), text_data(in_b))) {
		text_clear(in_a);
		text_clear(in_b);
		text_put(in_a, a);
		text_put(in_b, b);
	}
}

static bool is_number(const char *text, size_t length)
{
	bool digits = false;

	for (size_t i = 0; i < length; i++) {
		digits |= isdigit((unsigned char)text[i]) != 0;
		if (!isdigit((unsigned char)text[i]) && !strchr("+-.e", text[i]))
			return false;
	}
	return digits;
}

/* One step: "(X op C)" or "(C op X)" → X, for + - * and /. False when it is something else. */
static bool strip_once(const char *text, Text *out)
{
	if (*text != '(')
		return false;
	const char *left = text + 1;
	size_t a = operand_length(left);
	if (left[a] != ' ' || !strchr("+-*/", left[a + 1]) || left[a + 2] != ' ')
		return false;
	const char *right = left + a + 3;
	size_t b = operand_length(right);
	if (right[b] != ')' || right[b + 1])
		return false;
	bool divided = left[a + 1] == '/';
	if (is_number(right, b))
		text_printf(out, "%.*s", (int)a, left);
	else if (is_number(left, a) && !divided)
		text_printf(out, "%.*s", (int)b, right);
	else
		return false;
	return true;
}

Str expression_core(Str expression)
{
	Str core = expression;

	for (;;) {
		Text out = {0};
		bool stripped = strip_once(str_text(core), &out);
		if (stripped)
			core = str_intern(text_data(&out));
		text_release(&out);
		if (!stripped)
			return core;
	}
}
