/*
 * What the compiler sees is in the program: conditions on variables that are only ever read, and functions that
 * nothing names. What it does not see is in the text: a block under a macro that no file defines and in whose lines no
 * unit has an instruction. Only code that assigns a feature or runs a model counts.
 */
#include "graph/experiment.h"

#include "base/bitset.h"
#include "base/map.h"
#include "graph/code.h"
#include "graph/graph_complete.h"

#include <ctype.h>

enum { MIN_NAME = 3, MAX_NESTING = 64 };

/* A block of text that no unit compiles and that does something. */
typedef struct {
	Place place;     /* of the directive */
	Str macro;
	Str holds;
	uint32_t lines;
} Uncompiled;

typedef struct {
	const Module *program;
	const Roles *roles;
	Graph *graph;
	Bitset touched;  /* globals with uses other than being read */
	Bitset named;    /* functions that something names */
	Map objects;     /* Str.i of arrays and records that hold features, as "function.variable" or "variable" */
	Map fields;      /* Str.i of the last part of such a name → Str.i of the whole */
	Map runs;        /* Str.i of functions that are models or keep features */
	Bitset relevant; /* FileId of files that hold code of features or models: others are not searched for macros */
	Map compiled;    /* hash of file and line in them: some unit has an instruction there */
	VEC(Uncompiled) uncompiled;
} Search;

static Str last_part(Str name)
{
	const char *dot = strrchr(str_text(name), '.');

	return dot ? str_intern(dot + 1) : name;
}

/* Values of F that something takes for another purpose than reading what they point to. */
static void collect_taken(const Function *f, Bitset *taken)
{
	for (ValueId i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const ValueId operands[] = { in->a, in->b, in->c };
		for (int k = 0; k < 3; k++)
			if (operands[k] != NONE && operands[k] < f->instrs.len && !(in->op == OP_LOAD && !k))
				bitset_add(taken, operands[k]);
		for (uint32_t k = 0; (in->op == OP_CALL || in->op == OP_ASM) && k < in->nargs; k++)
			bitset_add(taken, f->args.items[in->first_arg + k]);
	}
}

static void collect_uses(Search *s)
{
	for (FuncId id = 0; id < s->program->functions.len; id++) {
		const Function *f = &s->program->functions.items[id];
		Bitset taken = {0};
		collect_taken(f, &taken);
		for (ValueId i = 0; i < f->instrs.len; i++) {
			const Instr *in = &f->instrs.items[i];
			if (in->place.file != NONE && bitset_has(&s->relevant, in->place.file))
				map_put(&s->compiled, map_key(in->place.file, in->place.line), 1);
			if (in->op == OP_ADDR_FUNC && (FuncId)in->imm != id)
				bitset_add(&s->named, (uint32_t)in->imm);
			if (in->op == OP_ADDR_GLOBAL && bitset_has(&taken, i) &&
			    !(f->is_init && s->program->globals.items[in->imm].init == id))
				bitset_add(&s->touched, (uint32_t)in->imm);
		}
		bitset_release(&taken);
	}
}

static void find_relevant(Search *s)
{
	Map names = {0}; /* Str.i of files */

	for (NodeId n = 0; n < s->graph->nodes.len; n++) {
		const Node *node = &s->graph->nodes.items[n];
		for (uint32_t i = 0; (node->kind == NODE_FEATURE || node->kind == NODE_MODEL) && i < node->sites.len; i++)
			map_put(&names, node->sites.items[i].file.i, 1);
	}
	for (FileId file = 0; file < s->program->files.len; file++)
		if (map_get(&names, s->program->files.items[file].name.i, NULL))
			bitset_add(&s->relevant, file);
	map_release(&names);
}

static void collect_names(Search *s)
{
	for (NodeId n = 0; n < s->graph->nodes.len; n++) {
		const Node *node = &s->graph->nodes.items[n];
		if (node->kind != NODE_FEATURE || str_empty(node->object))
			continue;
		Str part = last_part(node->object);
		map_put(&s->objects, node->object.i, 1);
		if (str_length(part) >= MIN_NAME)
			map_put(&s->fields, part.i, node->object.i);
	}
	for (uint32_t i = 0; i < s->roles->functions.len; i++) {
		FunctionRole fr = s->roles->functions.items[i];
		RoleKind kind = s->roles->roles.items[fr.role].kind;
		if (kind == ROLE_MODEL || kind == ROLE_EMIT)
			map_put(&s->runs, s->program->functions.items[fr.function].name.i, 1);
	}
}

/* ---- what the program says ---- */

/* What an instruction does that counts, or an empty Str. */
static Str instr_holds(const Search *s, const Function *f, FuncId id, const Instr *in)
{
	if (in->op == OP_CALL && f->instrs.items[in->a].op == OP_ADDR_FUNC) {
		Str name = s->program->functions.items[f->instrs.items[in->a].imm].name;
		return map_get(&s->runs, name.i, NULL) ? str_format("calls %s", str_text(name)) : (Str){0};
	}
	if (in->op != OP_STORE)
		return (Str){0};
	const Instr *address = &f->instrs.items[in->a];
	while (address->op == OP_ELEM || address->op == OP_CAST)
		address = &f->instrs.items[address->a];
	Str name = {0};
	if (address->op == OP_FIELD) {
		const Type *record = &s->program->types.items[address->b];
		Str field = s->program->fields.items[record->first_field + (uint32_t)address->imm].name;
		name = str_format("%s.%s", str_text(record->name), str_text(field));
		if (map_get(&s->roles->feature_fields, map_key(address->b, (uint32_t)address->imm), NULL))
			return str_format("assigns %s", str_text(name));
	} else if (address->op == OP_ADDR_LOCAL && !f->locals.items[address->imm].is_temporary) {
		name = local_label(f, (uint32_t)address->imm);
		if (map_get(&s->roles->feature_locals, map_key(id, (uint32_t)address->imm), NULL))
			return str_format("assigns %s", str_text(name));
	} else if (address->op == OP_ADDR_GLOBAL) {
		name = s->program->globals.items[address->imm].name;
	}
	return !str_empty(name) && map_get(&s->objects, name.i, NULL) ? str_format("assigns %s", str_text(name)) : (Str){0};
}

static void add(Search *s, Site guard, Str flag, const char *what, Str holds, uint32_t lines)
{
	for (uint32_t i = 0; i < s->graph->dead_code.len; i++) {
		const DeadCode *other = &s->graph->dead_code.items[i];
		if (str_equal(other->guard.file, guard.file) && other->guard.line == guard.line && str_equal(other->flag, flag))
			return;
	}
	vec_push(&s->graph->dead_code, (DeadCode){ guard, flag, str_intern(what), holds, lines });
}

static Site site_of(const Search *s, Place place, Str function)
{
	return (Site){ place.file == NONE ? (Str){0} : s->program->files.items[place.file].name, place.line, place.column,
		function };
}

/* The only value that a global ever has; false when it is not known. */
static bool initial_value(const Search *s, GlobalId g, int64_t *value)
{
	const Global *global = &s->program->globals.items[g];

	*value = 0;
	if (!global->defined || global->is_volatile || bitset_has(&s->touched, g) || global->type == NONE ||
	    s->program->types.items[global->type].kind != TY_INT)
		return false;
	if (global->init == NONE)
		return true;
	const Function *f = &s->program->functions.items[global->init];
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		const Instr *stored = in->op == OP_STORE ? &f->instrs.items[in->b] : NULL;
		while (stored && stored->op == OP_CAST)
			stored = &f->instrs.items[stored->a];
		if (stored && stored->op != OP_CONST_INT)
			return false;
		if (stored)
			*value = stored->imm;
	}
	return true;
}

/* The value of a condition on one variable that never changes; *FLAG is that variable. */
static bool condition_value(const Search *s, const Function *f, ValueId v, GlobalId *flag, int64_t *value, int depth)
{
	const Instr *in = v == NONE ? NULL : &f->instrs.items[v];
	int64_t a = 0, b = 0;

	if (!in || depth > 8)
		return false;
	if (in->op == OP_CAST)
		return condition_value(s, f, in->a, flag, value, depth + 1);
	if (in->op == OP_CONST_INT) {
		*value = in->imm;
		return true;
	}
	if (in->op == OP_LOAD && f->instrs.items[in->a].op == OP_ADDR_GLOBAL) {
		*flag = (GlobalId)f->instrs.items[in->a].imm;
		return initial_value(s, *flag, value);
	}
	if (in->op == OP_UN && in->sub == UN_LNOT && condition_value(s, f, in->a, flag, &a, depth + 1)) {
		*value = !a;
		return true;
	}
	if (in->op != OP_BIN || !condition_value(s, f, in->a, flag, &a, depth + 1) ||
	    !condition_value(s, f, in->b, flag, &b, depth + 1))
		return false;
	switch ((BinOp)in->sub) {
	case BIN_EQ: *value = a == b; return true;
	case BIN_NE: *value = a != b; return true;
	case BIN_LT: *value = a < b; return true;
	case BIN_LE: *value = a <= b; return true;
	case BIN_GT: *value = a > b; return true;
	case BIN_GE: *value = a >= b; return true;
	case BIN_AND: *value = a & b; return true;
	case BIN_ADD: case BIN_SUB: case BIN_MUL: case BIN_DIV: case BIN_REM: case BIN_SHL: case BIN_SHR: case BIN_OR:
	case BIN_XOR: case BIN_COUNT:
		return false;
	}
	return false;
}

typedef VEC(BlockId) Blocks;

/* Where block B may go on to, but not to DEAD out of block FROM. */
static void push_targets(const Function *f, BlockId b, BlockId from, BlockId dead, Blocks *work)
{
	const Block *block = &f->blocks.items[b];
	const Instr *in = &f->instrs.items[block->first + block->count - 1];
	BlockId targets[2] = { NONE, NONE };

	if (in->op == OP_JUMP || in->op == OP_BRANCH)
		targets[0] = in->b;
	if (in->op == OP_BRANCH || in->op == OP_SWITCH)
		targets[1] = in->c;
	for (int i = 0; i < 2; i++)
		if (targets[i] != NONE && !(b == from && targets[i] == dead))
			vec_push(work, targets[i]);
	for (uint32_t i = 0; in->op == OP_SWITCH && i < in->nargs; i++)
		vec_push(work, f->cases.items[in->first_arg + i].target);
	for (uint32_t i = 0; in->op == OP_IJUMP && i < in->nargs; i++)
		vec_push(work, f->args.items[in->first_arg + i]);
}

static void reach(const Function *f, BlockId from, BlockId dead, Bitset *seen)
{
	Blocks work = {0};

	vec_push(&work, 0);
	while (work.len) {
		BlockId b = vec_pop(&work);
		if (b < f->blocks.len && bitset_add(seen, b) && f->blocks.items[b].count)
			push_targets(f, b, from, dead, &work);
	}
	vec_release(&work);
}

/* What the blocks do that only the edge FROM → DEAD leads to, and their lines. */
static Str dead_holds(const Search *s, FuncId id, BlockId from, BlockId dead, uint32_t *lines)
{
	const Function *f = &s->program->functions.items[id];
	Bitset alive = {0};
	uint32_t low = UINT32_MAX, high = 0;
	Str holds = {0};

	reach(f, from, dead, &alive);
	for (BlockId b = 0; b < f->blocks.len; b++)
		for (uint32_t i = 0; i < f->blocks.items[b].count && !bitset_has(&alive, b); i++) {
			const Instr *in = &f->instrs.items[f->blocks.items[b].first + i];
			if (str_empty(holds))
				holds = instr_holds(s, f, id, in);
			if (in->place.file == f->place.file && in->place.line) {
				low = in->place.line < low ? in->place.line : low;
				high = in->place.line > high ? in->place.line : high;
			}
		}
	*lines = high >= low ? high - low + 1 : 1;
	bitset_release(&alive);
	return holds;
}

static void check_conditions(Search *s, FuncId id)
{
	const Function *f = &s->program->functions.items[id];

	for (BlockId b = 0; b < f->blocks.len; b++) {
		const Block *block = &f->blocks.items[b];
		const Instr *in = block->count ? &f->instrs.items[block->first + block->count - 1] : NULL;
		GlobalId flag = NONE;
		int64_t value;
		uint32_t lines;
		if (!in || in->op != OP_BRANCH || !condition_value(s, f, in->a, &flag, &value, 0) || flag == NONE)
			continue;
		Str holds = dead_holds(s, id, b, value ? in->c : in->b, &lines);
		if (!str_empty(holds))
			add(s, site_of(s, in->place, f->name), s->program->globals.items[flag].name, "variable never written", holds,
			    lines);
	}
}

static void check_uncalled(Search *s, FuncId id)
{
	const Function *f = &s->program->functions.items[id];
	Str holds = {0};

	if (f->linkage != LINK_INTERNAL || bitset_has(&s->named, id))
		return;
	for (uint32_t i = 0; i < f->instrs.len && str_empty(holds); i++)
		holds = instr_holds(s, f, id, &f->instrs.items[i]);
	if (!str_empty(holds))
		add(s, site_of(s, f->place, f->name), f->name, "function never called", holds,
		    f->end_line >= f->place.line ? f->end_line - f->place.line + 1 : 1);
}

/* ---- what the text says ---- */

typedef struct {
	uint32_t line;   /* of the directive */
	Str macro;       /* empty: a condition of another form */
	bool plain;      /* no #else so far */
} Opened;

static size_t name_length(const char *text, size_t left)
{
	size_t i = 0;

	while (i < left && (isalnum((unsigned char)text[i]) || text[i] == '_'))
		i++;
	return i;
}

/* The word after '#', and what follows it. */
static bool directive_of(const CodeFile *code, const CodeLine *line, Str *word, Text *rest)
{
	const char *text = code->text.data + line->start, *end = text + line->length;

	while (text < end && isspace((unsigned char)*text))
		text++;
	if (text >= end || *text++ != '#')
		return false;
	while (text < end && isspace((unsigned char)*text))
		text++;
	size_t length = name_length(text, (size_t)(end - text));
	*word = str_intern_n(text, length);
	for (text += length; text < end && isspace((unsigned char)*text); text++)
		;
	while (end > text && isspace((unsigned char)end[-1]))
		end--;
	text_clear(rest);
	text_put_n(rest, text, (size_t)(end - text));
	return true;
}

/* The macro that alone decides, for `#ifdef M`, `#if M` and `#if defined(M)`. */
static Str macro_of(Str word, const Text *rest)
{
	const char *text = text_data(rest);

	if (str_is(word, "ifdef"))
		return str_intern_n(text, name_length(text, rest->len));
	if (!str_is(word, "if"))
		return (Str){0};
	if (!strncmp(text, "defined", 7))
		for (text += 7; *text == ' ' || *text == '(';)
			text++;
	size_t length = name_length(text, strlen(text));
	const char *after = text + length;
	while (*after == ' ' || *after == ')')
		after++;
	return *after || !length ? (Str){0} : str_intern_n(text, length);
}

/* NAME at TEXT is followed by an assignment, after an index maybe. */
static bool is_assigned(const char *text, const char *end)
{
	while (text < end && *text == ' ')
		text++;
	for (; text < end && *text == '['; text++) {
		while (text < end && *text != ']')
			text++;
		while (text + 1 < end && text[1] == ' ')
			text++;
	}
	while (text < end && (*text == ' ' || *text == ']' || strchr("+-*/|", *text)))
		text++;
	return text + 1 < end && text[0] == '=' && text[1] != '=';
}

static Str line_holds(const Search *s, const CodeFile *code, const CodeLine *line)
{
	const char *text = code->text.data + line->start, *end = text + line->length;

	while (text < end) {
		size_t length = name_length(text, (size_t)(end - text));
		if (!length) {
			text++;
			continue;
		}
		Str name = str_intern_n(text, length);
		const char *after = text + length;
		uint32_t object;
		if (map_get(&s->runs, name.i, NULL) && after < end && *after == '(')
			return str_format("calls %s", str_text(name));
		if (map_get(&s->fields, name.i, &object) && is_assigned(after, end))
			return str_format("assigns %s", str_text((Str){ object }));
		text = after;
	}
	return (Str){0};
}

/* May a block under MACRO be one that is never compiled? Names that begin with '_' tell the machine or the compiler. */
static bool may_be_never(Str macro)
{
	const char *text = str_text(macro);

	return str_is(macro, "0") || (*text && !isdigit((unsigned char)*text) && *text != '_');
}

static Str function_at(const Search *s, FileId file, uint32_t line)
{
	for (FuncId id = 0; id < s->program->functions.len; id++) {
		const Function *f = &s->program->functions.items[id];
		if (f->defined && f->place.file == file && f->place.line <= line && line <= f->end_line)
			return f->name;
	}
	return (Str){0};
}

static void check_block(Search *s, const CodeFile *code, const Opened *opened, uint32_t end)
{
	Str holds = {0};
	uint32_t lines = 0;

	if (!may_be_never(opened->macro))
		return;
	for (uint32_t line = opened->line + 1; line < end; line++) {
		const CodeLine *text = &code->lines.items[line - 1];
		if (map_get(&s->compiled, map_key(code->file, line), NULL))
			return;
		lines += text->code;
		if (str_empty(holds))
			holds = line_holds(s, code, text);
	}
	if (!str_empty(holds))
		vec_push(&s->uncompiled, (Uncompiled){ { code->file, opened->line, 1 }, opened->macro, holds, lines });
}

static void check_text(Search *s, const CodeFile *code)
{
	Opened stack[MAX_NESTING];
	uint32_t depth = 0;
	Text rest = {0};

	for (uint32_t i = 0; i < code->lines.len; i++) {
		Str word;
		if (!directive_of(code, &code->lines.items[i], &word, &rest))
			continue;
		if (!strncmp(str_text(word), "if", 2) && depth < MAX_NESTING)
			stack[depth++] = (Opened){ i + 1, macro_of(word, &rest), true };
		else if (depth && (str_is(word, "else") || str_is(word, "elif") || str_is(word, "endif"))) {
			Opened *top = &stack[depth - 1];
			if (top->plain)
				check_block(s, code, top, i + 1);
			top->plain = false;
			depth -= str_is(word, "endif");
		}
	}
	text_release(&rest);
}

static bool read_users(const Search *s, FileId file, CodeFile *code)
{
	const File *f = &s->program->files.items[file];

	return !f->is_system && !path_is_test(str_text(f->name)) && code_read(s->program, file, code);
}

/* MACROS: Str.i → whether some file of the user's defines it. */
static void find_defined(const Search *s, Map *macros)
{
	Text rest = {0};
	CodeFile code;
	Str word;

	for (FileId file = 0; file < s->program->files.len && macros->len; file++) {
		if (!read_users(s, file, &code))
			continue;
		for (uint32_t i = 0; i < code.lines.len; i++) {
			if (!directive_of(&code, &code.lines.items[i], &word, &rest) || !str_is(word, "define"))
				continue;
			Str macro = str_intern_n(text_data(&rest), name_length(text_data(&rest), rest.len));
			if (map_get(macros, macro.i, NULL))
				map_put(macros, macro.i, true);
		}
		code_release(&code);
	}
	text_release(&rest);
}

/* Which macros are defined is looked for only when some block depends on it: it takes a look at every file. */
static void check_texts(Search *s)
{
	Map macros = {0};
	CodeFile code;

	for (FileId file = 0; file < s->program->files.len; file++)
		if (bitset_has(&s->relevant, file) && read_users(s, file, &code)) {
			check_text(s, &code);
			code_release(&code);
		}
	for (uint32_t i = 0; i < s->uncompiled.len; i++)
		if (!str_is(s->uncompiled.items[i].macro, "0"))
			map_put(&macros, s->uncompiled.items[i].macro.i, false);
	find_defined(s, &macros);
	for (uint32_t i = 0; i < s->uncompiled.len; i++) {
		Uncompiled block = s->uncompiled.items[i];
		bool zero = str_is(block.macro, "0");
		if (zero || !map_get_or(&macros, block.macro.i, false))
			add(s, site_of(s, block.place, function_at(s, block.place.file, block.place.line)),
			    zero ? str_intern("#if 0") : block.macro, zero ? "never compiled" : "macro never defined", block.holds, block.lines);
	}
	map_release(&macros);
}

static int dead_code_order(const void *a, const void *b)
{
	const DeadCode *x = a, *y = b;
	int order = str_compare(x->guard.file, y->guard.file);

	if (order)
		return order;
	if (x->guard.line != y->guard.line)
		return x->guard.line < y->guard.line ? -1 : 1;
	return str_compare(x->flag, y->flag);
}

void experiments_find(const Module *program, const Roles *roles, Graph *graph)
{
	Search s = { .program = program, .roles = roles, .graph = graph };

	find_relevant(&s);
	collect_uses(&s);
	collect_names(&s);
	vec_clear(&graph->dead_code);
	for (FuncId id = 0; id < program->functions.len; id++) {
		const Function *f = &program->functions.items[id];
		if (!f->defined || f->is_stub || f->is_init || f->place.file == NONE ||
		    path_is_test(str_text(program->files.items[f->place.file].name)))
			continue;
		check_conditions(&s, id);
		check_uncalled(&s, id);
	}
	check_texts(&s);
	vec_sort(&graph->dead_code, dead_code_order);
	bitset_release(&s.touched);
	bitset_release(&s.named);
	map_release(&s.objects);
	map_release(&s.fields);
	map_release(&s.runs);
	bitset_release(&s.relevant);
	map_release(&s.compiled);
	vec_release(&s.uncompiled);
}
