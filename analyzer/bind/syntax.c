/*
 * Positions, targets and templates are short enough for hand-written scanners: each takes the whole text or rejects
 * it, so that a misspelt pattern is a message at its place and not an entry that never matches.
 */
#include "bind/syntax.h"

#include "base/diag.h"

#include <ctype.h>

enum { ARG_MAX = 999 };

Position position_none(void)
{
	return (Position){ .arg = POS_NONE, .count_arg = -1, .count = -1 };
}

/* Reads a number up to ARG_MAX at *TEXT and moves behind it; -1 when there is none. */
static int32_t scan_number(const char **text)
{
	int32_t number = -1;

	for (; **text >= '0' && **text <= '9'; ++*text) {
		number = (number < 0 ? 0 : number * 10) + (**text - '0');
		if (number > ARG_MAX)
			return -1;
	}
	return number;
}

bool position_parse(const char *text, Position *position, int32_t *last)
{
	*position = position_none();
	if (!strncmp(text, "return", 6)) {
		position->arg = POS_RETURN;
		text += 6;
	} else {
		position->arg = scan_number(&text);
		if (position->arg < 0)
			return false;
	}
	if (last)
		*last = position->arg;
	if (last && !strncmp(text, "..", 2) && position->arg >= 0) {
		text += 2;
		*last = scan_number(&text);
		return *last >= position->arg && !*text;
	}
	if (*text != '.')
		return !*text;
	if (!isalpha((unsigned char)text[1]) && text[1] != '_')
		return false;
	position->field = str_intern(text + 1);
	return true;
}

void position_print(const Position *position, Text *out)
{
	if (position->arg == POS_NONE)
		text_put(out, "none");
	else if (position->arg == POS_RETURN)
		text_put(out, "return");
	else
		text_printf(out, "%d", position->arg);
	if (!str_empty(position->field))
		text_printf(out, ".%s", str_text(position->field));
	if (position->count_arg >= 0)
		text_printf(out, "[arg %d]", position->count_arg);
	else if (position->count >= 0)
		text_printf(out, "[%lld]", (long long)position->count);
	if (!str_empty(position->label))
		text_printf(out, " as %s", str_text(position->label));
}

/* All of [TEXT, END) could be a glob on a C name, and there is something. */
static bool is_pattern(const char *text, const char *end, const char *extra)
{
	for (const char *c = text; c < end; c++)
		if (!isalnum((unsigned char)*c) && !strchr("_$*?[]!-^", *c) && !strchr(extra, *c))
			return false;
	return text < end;
}

/* Takes "FILE:" off the front of *TEXT; a "::" is no file. */
static void take_file(const char **text, Target *target)
{
	for (const char *c = strrchr(*text, ':'); c && c > *text; c--)
		if (*c == ':' && c[1] != ':' && c[-1] != ':') {
			target->file = str_intern_n(*text, (size_t)(c - *text));
			*text = c + 1;
			return;
		}
}

static bool parse_parameter(const char *text, Target *target)
{
	const char *open = strchr(text, '(');
	const char *close = open ? strchr(open, ')') : NULL;

	if (!close || close[1] || !is_pattern(text, open, "") || !is_pattern(open + 1, close, ""))
		return false;
	target->function = str_intern_n(text, (size_t)(open - text));
	target->name = str_intern_n(open + 1, (size_t)(close - open - 1));
	return true;
}

static const char *skip_keyword(const char *text)
{
	return !strncmp(text, "struct ", 7) ? text + 7 : !strncmp(text, "union ", 6) ? text + 6 : text;
}

static bool parse_field(const char *text, Target *target)
{
	text = skip_keyword(text);
	const char *dot = strrchr(text, '.'), *end = text + strlen(text);
	if (!dot || !is_pattern(text, dot, ".") || !is_pattern(dot + 1, end, ""))
		return false;
	target->record = str_intern_n(text, (size_t)(dot - text));
	target->name = str_intern(dot + 1);
	return true;
}

static bool parse_variable(const char *text, Target *target)
{
	const char *scope = strstr(text, "::");

	if (scope) {
		if (!is_pattern(text, scope, ""))
			return false;
		target->function = str_intern_n(text, (size_t)(scope - text));
		text = scope + 2;
	}
	target->name = str_intern(text);
	return is_pattern(text, text + strlen(text), "");
}

bool target_parse(TargetKind kind, const char *text, Target *target, const char **expected)
{
	static const char *const forms[] = {
		[TARGET_FUNCTION] = "NAME or FILE:NAME, * and ? allowed",
		[TARGET_PARAMETER] = "FUNCTION(PARAMETER) or FUNCTION(NUMBER)",
		[TARGET_FIELD] = "RECORD.FIELD, * and ? allowed",
		[TARGET_GLOBAL] = "NAME or FILE:NAME, * and ? allowed",
		[TARGET_VARIABLE] = "NAME, FUNCTION::NAME or FILE:NAME, * and ? allowed",
	};

	*target = (Target){ .kind = kind, .requires_arg = -1, .id = NONE, .sub = NONE };
	*expected = forms[kind];
	if (kind != TARGET_FIELD)
		take_file(&text, target);
	switch (kind) {
	case TARGET_FUNCTION:
		text = skip_keyword(text);
		target->function = str_intern(text);
		return is_pattern(text, text + strlen(text), ".");
	case TARGET_PARAMETER:
		return parse_parameter(text, target);
	case TARGET_FIELD:
		return parse_field(text, target);
	case TARGET_GLOBAL:
		target->name = str_intern(text);
		return is_pattern(text, text + strlen(text), "");
	case TARGET_VARIABLE:
		return parse_variable(text, target);
	}
	return false;
}

void target_print(const Target *target, Text *out)
{
	if (!str_empty(target->file))
		text_printf(out, "%s:", str_text(target->file));
	switch (target->kind) {
	case TARGET_FUNCTION:
		text_put(out, str_text(target->function));
		break;
	case TARGET_PARAMETER:
		text_printf(out, "%s(%s)", str_text(target->function), str_text(target->name));
		break;
	case TARGET_FIELD:
		text_printf(out, "%s.%s", str_text(target->record), str_text(target->name));
		break;
	case TARGET_GLOBAL:
		text_put(out, str_text(target->name));
		break;
	case TARGET_VARIABLE:
		text_put(out, str_text(target->function));
		text_printf(out, "%s%s", str_empty(target->function) ? "" : "::", str_text(target->name));
		break;
	}
}

enum { /* where a placeholder has a meaning */
	IN_FUNCTION = 1 << TARGET_FUNCTION, IN_PARAMETER = 1 << TARGET_PARAMETER, IN_FIELD = 1 << TARGET_FIELD,
	IN_GLOBAL = 1 << TARGET_GLOBAL, IN_VARIABLE = 1 << TARGET_VARIABLE,
	IN_CODE = IN_FUNCTION | IN_PARAMETER | IN_GLOBAL | IN_VARIABLE,
	IN_MODEL = 1 << 8,
};

static const struct {
	const char *name;
	int where;
} placeholders[] = {
	{ "argN", IN_FUNCTION }, { "callee", IN_FUNCTION | IN_PARAMETER }, { "field", IN_FIELD }, { "file", IN_CODE },
	{ "function", IN_CODE }, { "identity", IN_MODEL }, { "label", IN_MODEL }, { "line", IN_CODE },
	{ "module", IN_CODE | IN_FIELD }, { "record", IN_FIELD },
};

static bool placeholder_known(const char *name, int where)
{
	const char *number = !strncmp(name, "arg", 3) ? name + 3 : "";

	if (*number && scan_number(&number) >= 0 && !*number)
		name = "argN";
	else if (!strcmp(name, "argN"))
		return false;
	for (size_t i = 0; i < sizeof placeholders / sizeof *placeholders; i++)
		if (!strcmp(placeholders[i].name, name))
			return (placeholders[i].where & where) != 0;
	return false;
}

static void describe_placeholder(const char *name, int where, Text *problem)
{
	const char *names[sizeof placeholders / sizeof *placeholders];
	size_t count = 0;
	Text known = {0};

	for (size_t i = 0; i < sizeof placeholders / sizeof *placeholders; i++)
		if (placeholders[i].where & where) {
			text_printf(&known, "%s{%s}", count ? " " : "", placeholders[i].name);
			names[count++] = placeholders[i].name;
		}
	const char *near = nearest_name(name, names, count);
	text_printf(problem, "unknown placeholder {%s}, expected one of %s", name, text_data(&known));
	if (near)
		text_printf(problem, "; did you mean {%s}?", near);
	text_release(&known);
}

bool template_check(const char *text, RoleKind kind, TargetKind target, Text *problem)
{
	int where = 1 << target | (kind == ROLE_MODEL ? IN_MODEL : 0);

	for (const char *c = text; *c; c++) {
		if (*c == '}') {
			text_put(problem, "a } without {");
			return false;
		}
		if (*c != '{')
			continue;
		size_t length = strcspn(c + 1, "{}");
		if (c[1 + length] != '}') {
			text_put(problem, "a { without }");
			return false;
		}
		Str name = str_intern_n(c + 1, length);
		if (!placeholder_known(str_text(name), where)) {
			describe_placeholder(str_text(name), where, problem);
			return false;
		}
		c += length + 1;
	}
	return true;
}
