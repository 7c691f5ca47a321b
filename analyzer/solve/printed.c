/*
 * Texts that snprintf and sprintf build of constants are constants: keys of stores are made that way. The buffer's
 * bytes are one constant node that has the text (Flow.aux).
 */
#include "solve/engine.h"

#include <stdio.h>

enum { MAX_SPEC = 24, MAX_PRINTED = 256 };

static Str node_text(Engine *e, FlowId node)
{
	for (int depth = 0; node && depth < 16; depth++) {
		const Flow *v = flow(e, node);
		if (v->kind == FLOW_CONST)
			return (Str){ v->aux };
		const Out *out = flow_out(e, v);
		node = out ? out->node : 0;
	}
	return (Str){0};
}

Str printed_at(Engine *e, const State *state, Pointee t)
{
	const Cells *cells = range_is_const(t.off) ? state_cells(state, t.obj) : NULL;

	if (!cells)
		return (Str){0};
	CellScan scan = cells_scan(cells, t.off, 8);
	const Cell *only = cells_next(&scan);
	bool whole = only && only->must && range_is_const(only->off) && only->off.lo == t.off.lo && !cells_next(&scan);
	return whole ? node_text(e, only->node) : (Str){0};
}

/* One conversion of a format, from its % on: puts what ARG prints; false when that is not known. */
static bool put_conversion(Run *r, Text *out, const char **at, FlowId arg)
{
	char spec[MAX_SPEC + 8] = "%";
	size_t n = 1;
	const char *p = *at + 1;

	for (; n < MAX_SPEC && *p && strchr("-+ #0123456789.", *p); p++)
		spec[n++] = *p;
	while (*p && strchr("hlzjt", *p))
		p++;
	char conversion = *p;
	*at = p + (conversion != '\0');
	if (!conversion || !strchr("diuxXoc%s", conversion) || (conversion != '%' && !arg))
		return false;
	if (conversion == '%') {
		text_char(out, '%');
		return true;
	}
	if (conversion == 's') {
		Str text = text_of(r, arg);
		if (n > 1 || str_empty(text))
			return false;
		text_put(out, str_text(text));
		return true;
	}
	Range number = number_of(r, arg);
	if (!range_is_const(number))
		return false;
	if (conversion == 'c') {
		text_char(out, (char)number.lo);
		return number.lo > 0 && number.lo < 128;
	}
	char printed[MAX_PRINTED];
	snprintf(spec + n, sizeof spec - n, "ll%c", conversion);
	int length = snprintf(printed, sizeof printed, spec, (long long)number.lo);
	if (length < 0 || length >= MAX_PRINTED)
		return false;
	text_put(out, printed);
	return true;
}

/* What FORMAT prints of the arguments from NEXT on; false when that is not known. */
static bool put_format(Run *r, Text *out, const char *format, const Call *call, uint32_t next)
{
	while (*format) {
		if (*format != '%') {
			text_char(out, *format++);
			continue;
		}
		bool takes = format[1] != '%';
		FlowId arg = takes && next < call->args.len ? call->args.items[next] : 0;
		next += takes;
		if (!put_conversion(r, out, &format, arg))
			return false;
	}
	return true;
}

/* Without stores nobody asks for such a text, and telling calls apart by it would cost. */
static bool has_keys(const Roles *roles)
{
	for (uint32_t i = 0; i < roles->roles.len; i++) {
		RoleKind kind = roles->roles.items[i].kind;
		if (kind == ROLE_PUT || kind == ROLE_GET || kind == ROLE_EMIT)
			return true;
	}
	return false;
}

void printed_call(Run *r, State *state, FuncId func, const Call *call, uint32_t instr)
{
	Engine *e = r->e;
	Str name = e->program->functions.items[func].name;
	uint32_t format = str_is(name, "snprintf") ? 2 : str_is(name, "sprintf") ? 1 : 0;

	if (!format || call->args.len <= format || !has_keys(e->roles) || !e->program->functions.items[func].is_stub)
		return;
	Str text = text_of(r, call->args.items[format]);
	Text out = {0};
	if (!str_empty(text) && put_format(r, &out, str_text(text), call, format + 1) && *text_data(&out)) {
		FlowId node = flow_keyed(r, FLOW_CONST, instr, 0x7E47);
		flow(e, node)->aux = str_intern(text_data(&out)).i;
		flow(e, node)->value = value_top();
		memory_fill(r, state, call->args.items[0], range_const((int64_t)(strlen(text_data(&out)) + 1) * 8), node, true, instr);
	}
	text_release(&out);
}
