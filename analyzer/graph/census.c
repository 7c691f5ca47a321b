/* The graph says what functions do by the places of its nodes and witnesses; the rest is counting lines. */
#include "graph/census.h"

#include "graph/code.h"
#include "graph/functions.h"
#include "graph/graph_complete.h"

#include <ctype.h>

enum { ROLE_UNKNOWN = CODE_COUNT };

/* FROM mentions TO, another function. */
typedef struct { FuncId from, to; } Reference;

typedef struct {
	const Module *program;
	const Roles *roles;
	Graph *graph;
	uint8_t *role;   /* by FuncId: CodeRole or ROLE_UNKNOWN */
	Map functions;   /* see graph/functions.h */
	VEC(Reference) references;
} Census;

/* Sets the role of the function at SITE unless it has one. */
static void claim(Census *c, const Site *site, CodeRole role)
{
	uint32_t f = functions_at(&c->functions, site);

	if (f != NONE && c->role[f] == ROLE_UNKNOWN)
		c->role[f] = (uint8_t)role;
}

static void claim_sites(Census *c, const Sites *sites, CodeRole role)
{
	for (uint32_t i = 0; i < sites->len; i++)
		claim(c, &sites->items[i], role);
}

static void claim_declared(Census *c, RoleKind kind, CodeRole role)
{
	for (uint32_t i = 0; i < c->roles->functions.len; i++) {
		FunctionRole fr = c->roles->functions.items[i];
		if (c->roles->roles.items[fr.role].kind == kind && c->role[fr.function] == ROLE_UNKNOWN)
			c->role[fr.function] = (uint8_t)role;
	}
}

static void find_references(Census *c)
{
	for (FuncId id = 0; id < c->program->functions.len; id++) {
		const Function *f = &c->program->functions.items[id];
		for (uint32_t i = 0; i < f->instrs.len; i++)
			if (f->instrs.items[i].op == OP_ADDR_FUNC && f->instrs.items[i].imm != id)
				vec_push(&c->references, (Reference){ id, (FuncId)f->instrs.items[i].imm });
	}
}

/* Functions that nothing but models call, again and again until none is added. */
static void claim_inside_models(Census *c)
{
	uint32_t count = c->program->functions.len;
	uint8_t *called = mem_calloc(count + 1, 1); /* 1: by a model, 2: by others */

	for (bool grew = true; grew;) {
		grew = false;
		memset(called, 0, count + 1);
		for (uint32_t i = 0; i < c->references.len; i++)
			called[c->references.items[i].to] |= c->role[c->references.items[i].from] == CODE_MODEL ? 1 : 2;
		for (FuncId id = 0; id < count; id++)
			if (called[id] == 1 && c->role[id] == ROLE_UNKNOWN && function_is_users(c->program, &c->program->functions.items[id])) {
				c->role[id] = CODE_MODEL;
				grew = true;
			}
	}
	free(called);
}

static bool speaks_of_configuration(const char *name)
{
	static const char *const words[] = { "config", "option", "setting", "getopt", "parse_arg", "argparse", "cmdline" };
	char lower[256];
	size_t i = 0;

	for (; name[i] && i + 1 < sizeof lower; i++)
		lower[i] = (char)tolower((unsigned char)name[i]);
	lower[i] = '\0';
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (strstr(lower, words[k]))
			return true;
	return false;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void claim_by_name(Census *c)
{
	for (FuncId id = 0; id < c->program->functions.len; id++) {
		const Function *f = &c->program->functions.items[id];
		if (!function_is_users(c->program, f) || f->place.file == NONE)
			continue;
		const char *file = str_text(c->program->files.items[f->place.file].name);
		if (path_is_test(file))
			c->role[id] = CODE_TEST;
		else if (c->role[id] == ROLE_UNKNOWN &&
		         (speaks_of_configuration(str_text(f->name)) || speaks_of_configuration(base_name(file))))
			c->role[id] = CODE_CONFIGURATION;
	}
}

static void claim_nodes(Census *c, NodeKind kind, CodeRole role, bool monitors)
{
	for (NodeId n = 0; n < c->graph->nodes.len; n++) {
		const Node *node = &c->graph->nodes.items[n];
		if (node->kind == kind && node->is_monitor == monitors)
			claim_sites(c, &node->sites, role);
	}
}

/* Steps on the ways into features that compute, and then all steps of all ways. */
static void claim_steps(Census *c, bool computing, CodeRole role)
{
	for (EdgeId e = 0; e < c->graph->edges.len; e++) {
		const Edge *edge = &c->graph->edges.items[e];
		if (computing && c->graph->nodes.items[edge->to].kind != NODE_FEATURE)
			continue;
		for (uint32_t i = 0; i < edge->witness.len; i++)
			if (!computing || str_is(edge->witness.items[i].note, "computed"))
				claim(c, &edge->witness.items[i].site, role);
	}
}

static bool is_signal(const Census *c, const Instr *address)
{
	return address->op == OP_FIELD && map_get(&c->roles->fields, map_key(address->b, (uint32_t)address->imm), NULL);
}

/* F stores into a member that is declared as a signal, or hands its address to a call. */
static bool fills_signal(const Census *c, const Function *f)
{
	for (uint32_t i = 0; i < f->instrs.len; i++) {
		const Instr *in = &f->instrs.items[i];
		if (in->op == OP_STORE && is_signal(c, &f->instrs.items[in->a]))
			return true;
		for (uint32_t k = 0; in->op == OP_CALL && k < in->nargs; k++)
			if (is_signal(c, &f->instrs.items[f->args.items[in->first_arg + k]]))
				return true;
	}
	return false;
}

static void claim_fillers(Census *c)
{
	for (FuncId id = 0; id < c->program->functions.len; id++) {
		const Function *f = &c->program->functions.items[id];
		if (c->role[id] == ROLE_UNKNOWN && function_is_users(c->program, f) && fills_signal(c, f))
			c->role[id] = CODE_COLLECTION;
	}
}

/* By FuncId: the role of all functions that mention it; ROLE_UNKNOWN: none does; CODE_OTHER: they differ. */
static uint8_t *roles_of_callers(const Census *c)
{
	uint32_t count = c->program->functions.len;
	uint8_t *roles = mem_alloc(count + 1);

	memset(roles, ROLE_UNKNOWN, count + 1);
	for (uint32_t i = 0; i < c->references.len; i++) {
		Reference r = c->references.items[i];
		uint8_t mine = c->role[r.from] == ROLE_UNKNOWN ? CODE_OTHER : c->role[r.from], *all = &roles[r.to];
		*all = *all == ROLE_UNKNOWN || *all == mine ? mine : CODE_OTHER;
	}
	return roles;
}

/* Who runs a model or hands its values on calls all kinds of things. */
static bool hands_down(uint8_t role)
{
	return role == CODE_COLLECTION || role == CODE_EXTRACTION || role == CODE_MONITORING || role == CODE_CONFIGURATION ||
		role == CODE_TEST;
}

/* What only functions of one such role call, again and again until none is added. */
static void claim_called(Census *c)
{
	for (bool grew = true; grew;) {
		uint8_t *callers = roles_of_callers(c);
		grew = false;
		for (FuncId id = 0; id < c->program->functions.len; id++) {
			if (hands_down(callers[id]) && c->role[id] == ROLE_UNKNOWN && function_is_users(c->program, &c->program->functions.items[id])) {
				c->role[id] = callers[id];
				grew = true;
			}
		}
		free(callers);
	}
}

static void claim_all(Census *c)
{
	memset(c->role, ROLE_UNKNOWN, c->program->functions.len);
	functions_index(c->program, &c->functions);
	find_references(c);
	claim_declared(c, ROLE_MODEL, CODE_MODEL);
	claim_declared(c, ROLE_TRAIN, CODE_MODEL);
	claim_declared(c, ROLE_MONITOR, CODE_MONITORING);
	claim_inside_models(c);
	claim_nodes(c, NODE_CONSUMER, CODE_MONITORING, true);
	claim_by_name(c);
	claim_nodes(c, NODE_FEATURE, CODE_EXTRACTION, false);
	claim_steps(c, true, CODE_EXTRACTION);
	claim_declared(c, ROLE_SIGNAL, CODE_COLLECTION);
	claim_fillers(c);
	claim_nodes(c, NODE_SIGNAL, CODE_COLLECTION, false);
	claim_nodes(c, NODE_MODEL, CODE_SERVING, false);
	claim_nodes(c, NODE_CONSUMER, CODE_SERVING, false);
	claim_steps(c, false, CODE_GLUE);
	claim_called(c);
}

typedef struct {
	uint32_t first, last; /* lines */
	CodeRole role;
} Span;

typedef VEC(Span) Spans;

/* By GlobalId: the role of the first function that mentions it. */
static uint8_t *table_roles(const Census *c)
{
	uint8_t *roles = mem_alloc(c->program->globals.len + 1);

	memset(roles, ROLE_UNKNOWN, c->program->globals.len + 1);
	for (FuncId id = 0; id < c->program->functions.len; id++) {
		const Function *f = &c->program->functions.items[id];
		for (uint32_t i = 0; i < f->instrs.len && c->role[id] < CODE_COUNT; i++)
			if (f->instrs.items[i].op == OP_ADDR_GLOBAL && roles[f->instrs.items[i].imm] == ROLE_UNKNOWN)
				roles[f->instrs.items[i].imm] = c->role[id];
	}
	return roles;
}

static void add_span(Spans *files, Place place, uint32_t end, uint8_t role)
{
	uint32_t last = end > place.line ? end : place.line;

	vec_push(&files[place.file], (Span){ place.line, last, role < CODE_COUNT ? (CodeRole)role : CODE_OTHER });
}

/* By FileId: the lines of constant tables, then those of functions. */
static Spans *spans_by_file(const Census *c)
{
	Spans *files = mem_calloc(c->program->files.len + 1, sizeof *files);
	uint8_t *tables = table_roles(c);

	for (GlobalId g = 0; g < c->program->globals.len; g++) {
		const Global *global = &c->program->globals.items[g];
		if (global->place.file != NONE && global->is_const && global->init != NONE)
			add_span(files, global->place, c->program->functions.items[global->init].end_line, tables[g]);
	}
	for (FuncId id = 0; id < c->program->functions.len; id++) {
		const Function *f = &c->program->functions.items[id];
		if (function_is_users(c->program, f) && f->place.file != NONE)
			add_span(files, f->place, f->end_line, c->role[id]);
	}
	free(tables);
	return files;
}

static void count_file(Census *c, FileId file, const Spans *spans)
{
	CodeFile code;

	if (!code_read(c->program, file, &code))
		return;
	bool test = path_is_test(str_text(c->program->files.items[file].name));
	uint8_t *roles = mem_alloc(code.lines.len + 1);
	memset(roles, test ? CODE_TEST : CODE_OTHER, code.lines.len + 1);
	for (uint32_t i = 0; i < spans->len && !test; i++)
		for (uint32_t line = spans->items[i].first; line && line <= spans->items[i].last && line <= code.lines.len; line++)
			roles[line - 1] = (uint8_t)spans->items[i].role;
	for (uint32_t i = 0; i < code.lines.len; i++)
		if (code.lines.items[i].code)
			c->graph->census[roles[i]]++;
	free(roles);
	code_release(&code);
}

void census_count(const Module *program, const Roles *roles, Graph *graph)
{
	Census c = { .program = program, .roles = roles, .graph = graph };

	c.role = mem_alloc(program->functions.len + 1);
	memset(graph->census, 0, sizeof graph->census);
	claim_all(&c);
	Spans *spans = spans_by_file(&c);
	for (FileId file = 0; file < program->files.len; file++) {
		if (!program->files.items[file].is_system)
			count_file(&c, file, &spans[file]);
		vec_release(&spans[file]);
	}
	free(spans);
	free(c.role);
	map_release(&c.functions);
	vec_release(&c.references);
}
