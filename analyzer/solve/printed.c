/*
 * Texts that snprintf and its like, strcpy and strcat build of constants are constants: keys of stores are made that way. The
 * buffer's bytes are one constant node that has the text (Flow.aux).
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

/* Of the cells that meet LETTERS at T the first, if ALONE only when there is no other; NULL: there is none such. */
static const Cell *cell_with(const State *state, Pointee t, size_t letters, bool alone)
{
	const Cells *cells = range_is_const(t.off) ? state_cells(state, t.obj) : NULL;

	if (!cells)
		return NULL;
	CellScan scan = cells_scan(cells, t.off, (int64_t)letters * 8);
	const Cell *first = cells_next(&scan);
	return first && alone && cells_next(&scan) ? NULL : first;
}

bool printed_over(const State *state, Pointee t, size_t letters)
{
	return cell_with(state, t, letters, false) != NULL;
}

Str printed_at(Engine *e, const State *state, Pointee t)
{
	const Cell *only = cell_with(state, t, 1, true);
	bool whole = only && only->must && range_is_const(only->off) && only->off.lo == t.off.lo;
	Str text = whole ? node_text(e, only->node) : (Str){0};
	size_t letters = str_length(text) + 1;

	/* Nor is any of it overwritten. */
	bool all = !str_empty(text) && only->size >= (int64_t)letters * 8 && cell_with(state, t, letters, true);
	return all ? text : (Str){0};
}

/* BITS of memory at TO become TEXT. KEY: of the node, at the instruction INSTR. */
static void put_text(Run *r, State *state, FlowId to, int64_t bits, Str text, uint64_t key, uint32_t instr)
{
	FlowId node = flow_keyed(r, FLOW_CONST, instr, key);

	flow(r->e, node)->aux = text.i;
	flow(r->e, node)->value = value_top();
	memory_fill(r, state, to, range_const(bits), node, true, instr);
}

bool printed_copy(Run *r, State *state, FlowId to, FlowId from, int64_t bits, uint32_t instr)
{
	Engine *e = r->e;
	uint32_t n;
	const Pointee *t = pts_targets(flow(e, from)->value.pts, &n);
	bool literal = n == 1 && e->objects.items[t->obj].kind == OBJ_STRING && range_equal(t->off, range_const(0));
	Str text = literal ? e->objects.items[t->obj].text : (Str){0};

	if (str_empty(text) || (int64_t)(str_length(text) + 1) * 8 > bits || bits > MAX_PRINTED * 8 || !pts_exact(e, flow(e, to)->value.pts))
		return false;
	put_text(r, state, to, bits, text, 0x7E48, instr);
	return true;
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

/* The arguments that a format is about, the next of which has index NEXT among those of the CALL, or of a function that hands
   its own on as a LIST, which is what a pointer leads to. */
typedef struct { Run *r; State *state; const Call *call; PtsId list; uint32_t next, instr; } Arguments;

/* What is SIZE bits behind the one place that PTS leads to; 0: that is not known. */
static FlowId read_behind(const Arguments *a, PtsId pts, int64_t bits, TypeId type)
{
	uint32_t n;
	const Pointee *t = pts_targets(pts, &n);

	if (n != 1 || t->obj == OBJ_UNKNOWN || !range_is_const(t->off))
		return 0;
	return read_location(a->r, a->state, t->obj, offset_add(t->off, range_const(bits)), 64, type, a->instr, RELEVANT_NUMBER);
}

static FlowId next_argument(Arguments *a)
{
	uint32_t at = a->next++;

	if (a->list)
		return read_behind(a, a->list, (int64_t)at * 64, NONE);
	return at < a->call->args.len ? a->call->args.items[at] : 0;
}

/* What FORMAT prints of ARGUMENTS; false when that is not known. */
static bool put_format(Text *out, const char *format, Arguments *arguments)
{
	while (*format) {
		if (*format != '%') {
			text_char(out, *format++);
			continue;
		}
		FlowId arg = format[1] != '%' ? next_argument(arguments) : 0;
		if (!put_conversion(arguments->r, out, &format, arg))
			return false;
	}
	return true;
}

/* Without stores nobody asks for a text that is printed, and telling calls apart by it would cost. */
static bool has_keys(const Roles *roles)
{
	for (uint32_t i = 0; i < roles->roles.len; i++) {
		RoleKind kind = roles->roles.items[i].kind;
		if (kind == ROLE_PUT || kind == ROLE_GET || kind == ROLE_EMIT)
			return true;
	}
	return false;
}

/* Which argument is the format, or the text that is copied. LISTED: its arguments are a va_list. ALLOCATES: what it leaves is where
   its result leads. */
static const struct { const char *name; uint32_t text; bool is_format, listed, appends, allocates; } printers[] = {
	{ .name = "sprintf", .text = 1, .is_format = true }, { .name = "snprintf", .text = 2, .is_format = true },
	{ .name = "vsprintf", .text = 1, .is_format = true, .listed = true },
	{ .name = "vsnprintf", .text = 2, .is_format = true, .listed = true },
	{ .name = "strcpy", .text = 1 }, { .name = "stpcpy", .text = 1 }, { .name = "strcat", .text = 1, .appends = true },
	{ .name = "strdup", .text = 0, .allocates = true },
};

enum { PRINTERS = sizeof printers / sizeof *printers };

/* PRINTERS: it is none, or nobody asks. */
static size_t printer_of(const Engine *e, FuncId func, const Call *call)
{
	const Function *f = &e->program->functions.items[func];
	size_t printer = 0;

	while (printer < PRINTERS && !str_is(f->name, printers[printer].name))
		printer++;
	bool known = printer < PRINTERS && f->is_stub && call->args.len > printers[printer].text;
	bool copies = known && !printers[printer].is_format && !printers[printer].appends; /* a key that is compared with others later */
	return known && (copies || has_keys(e->roles)) ? printer : PRINTERS;
}

Str printed_before(Run *r, FuncId func, const Call *call)
{
	size_t printer = printer_of(r->e, func, call);

	return printer < PRINTERS && printers[printer].appends ? text_of(r, call->args.items[0]) : (Str){0};
}

/* Puts what the call of PRINTER leaves in its first argument, where BEFORE was; false when that is not known. */
static bool put_printed(Run *r, State *state, size_t printer, const Call *call, Str before, uint32_t instr, Text *out)
{
	FlowId from = call->args.items[printers[printer].text];
	Str text = has_keys(r->e->roles) ? text_of(r, from) : text_passed(r, from);
	Arguments arguments = { r, state, call, 0, printers[printer].text + 1, instr };

	if (str_empty(text) || (printers[printer].appends && str_empty(before)))
		return false;
	text_put(out, str_text(before));
	if (!printers[printer].is_format) {
		text_put(out, str_text(text));
		return true;
	}
	if (printers[printer].listed) {
		if (arguments.next >= call->args.len)
			return false;
		FlowId list = read_behind(&arguments, flow(r->e, call->args.items[arguments.next])->value.pts, 0, r->e->pointer_type);
		arguments.list = list ? flow(r->e, list)->value.pts : 0;
		arguments.next = 0;
		if (!arguments.list)
			return false;
	}
	return put_format(out, str_text(text), &arguments);
}

void printed_call(Run *r, State *state, FuncId func, const Call *call, Str before, FlowId result, uint32_t instr)
{
	Engine *e = r->e;
	size_t printer = printer_of(e, func, call);
	Text out = {0};

	if (printer < PRINTERS && put_printed(r, state, printer, call, before, instr, &out) && *text_data(&out)) {
		FlowId to = printers[printer].allocates ? result : call->args.items[0];
		put_text(r, state, to, (int64_t)(strlen(text_data(&out)) + 1) * 8, str_intern(text_data(&out)), 0x7E47, instr);
	}
	text_release(&out);
}
