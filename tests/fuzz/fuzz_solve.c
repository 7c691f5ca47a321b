/*
 * Random programs in facts, valid for the checker but otherwise without regard for what C allows: values of wrong
 * types, wild calls, loops without end. The engine must come to an end with few steps and say the same twice. Choices
 * are taken from the input first, so that a fuzzing engine can steer them; the main below makes inputs from numbers,
 * each in a process of its own.
 *
 * usage: fuzz_solve [COUNT [FIRST]]      fuzz_solve --print NUMBER: the program and its manifest
 */
#include "base/bug.h"
#include "bind/bind.h"
#include "model/facts.h"
#include "solve/solve.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { VOID, INT, CHAR, DOUBLE, F_READ, F_PREDICT, F_FILL, F_NEXT, F_ANY, REC, NEST, ARRAY, RECS, UNION, POINTERS };
enum { PLAIN = POINTERS, P_DOUBLE = PLAIN + DOUBLE, P_REC = PLAIN + REC, PP_DOUBLE = 2 * PLAIN, PP_REC, PP_FUNCTION };
enum { MAX_STEPS = 3000, SECONDS = 120, EXTERNALS = 20, MAX_VALUES = 200 };

/* Pointers to the types before POINTERS follow in the same order, then a few pointers to these. */
static const char types_text[] =
	"type void void -1\ntype int int 32 signed\ntype int char 8 signed\ntype float double 64\n"
	"type function \"double ()\" -1 t3\ntype function \"double (double *, int)\" -1 t3\n"
	"type function \"void (rec *, double *)\" -1 t0\ntype function \"rec *(rec *)\" -1 t23\n"
	"type function \"long (...)\" -1 t1\n"
	"type struct rec 576\n member n t1 0\n member low t1 32 width=5\n member high t1 37 width=3\n member x t3 64\n"
	" member a t11 128\n member next t23 384\n member f t19 448\n member p t17 512\n"
	"type struct nest 1856\n member in t12 0\n member u t13 1728\n member q t17 1792\n"
	"type array \"double[4]\" 256 t3 count=4\ntype array \"rec[3]\" 1728 t9 count=3\n"
	"type union both 64\n member d t3 0\n member i t1 0\n member c t2 32\n";

static const struct { const char *name; int type; } externals[EXTERNALS] = {
	{ "read_a", F_READ }, { "read_b", F_READ }, { "predict", F_PREDICT }, { "fill", F_FILL }, { "next", F_NEXT },
	{ "kv_put", F_ANY }, { "kv_get", F_ANY }, { "emit", F_ANY }, { "gauge", F_ANY }, { "fit", F_ANY },
	{ "classify", F_ANY },
	{ "__featdep_alloc", F_NEXT }, { "__featdep_copy", F_ANY }, { "__featdep_fill", F_ANY }, { "__featdep_mix", F_ANY },
	{ "__featdep_read", F_ANY }, { "__featdep_may_write", F_ANY }, { "__featdep_unknown", F_READ },
	{ "__featdep_escape_memory", F_ANY }, { "unknown", F_ANY },
};

static const char manifest_text[] =
	"version: 1\n"
	"signals:\n"
	"  - { function: read_a, name: a }\n  - { function: [read_b, fill], value: 0, name: 'b.{arg0}' }\n"
	"  - { function: next, value: return }\n  - { field: rec.n }\n  - { global: g1 }\n"
	"  - { parameter: 'f1(*)', label: true }\n"
	"features:\n"
	"  - { field: nest.q }\n  - { variable: l2 }\n  - { emit: { function: emit, name: 0, value: 1 } }\n"
	"models:\n"
	"  - { function: predict, input: { arg: 0, count: { arg: 1 } }, name: m }\n"
	"  - { function: classify, identity: 2, inputs: [0.x, { arg: 1, count: 3 }], outputs: [return, 3], state: 4 }\n"
	"  - { function: f3, input: 0..1, output: 0, collapse: true }\n"
	"  - { function: rec.f, input: 0 }\n"
	"stores:\n  - { put: { function: kv_put, key: 0, value: 1 }, get: { function: kv_get, key: 0, value: 1 } }\n"
	"consumers:\n  - { of: 'model:m', function: f2 }\n"
	"monitors:\n  - { function: gauge, value: 1 }\n"
	"training:\n  - { function: fit, features: 0, label: 1, of: 'model:m' }\n";

typedef struct { uint32_t id; int type; } Value;

typedef struct {
	const uint8_t *data;
	size_t size;
	uint64_t state;
	Text *out;
	uint32_t functions, globals, locals, blocks, instrs; /* how many; the last three of the current function */
	int local_types[8], global_types[8], function_types[EXTERNALS + 8];
	Value values[MAX_VALUES];
	uint32_t nvalues;
} Maker;

static uint32_t below(Maker *m, uint32_t limit)
{
	uint32_t number;

	m->state ^= m->state << 13;
	m->state ^= m->state >> 7;
	m->state ^= m->state << 17;
	number = (uint32_t)(m->state >> 32);
	if (m->size) {
		number = *m->data++;
		m->size--;
	}
	return limit ? number % limit : 0;
}

static int pointee(int type)
{
	return type == PP_DOUBLE ? P_DOUBLE : type == PP_REC ? P_REC : type == PP_FUNCTION ? PLAIN + F_PREDICT :
		type >= PLAIN ? type - PLAIN : VOID;
}

static int pointer_to(int type)
{
	return type < PLAIN ? PLAIN + type : type == P_DOUBLE ? PP_DOUBLE : type == P_REC ? PP_REC :
		type == PLAIN + F_PREDICT ? PP_FUNCTION : PLAIN + VOID;
}

/* A type that an object can have. */
static int object_type(Maker *m)
{
	static const int types[] = {
		INT, CHAR, DOUBLE, REC, NEST, ARRAY, ARRAY, RECS, UNION, P_DOUBLE, P_REC, PLAIN + F_PREDICT,
	};

	return types[below(m, sizeof types / sizeof *types)];
}

static uint32_t instr(Maker *m, int type)
{
	uint32_t id = m->instrs++;

	if (type < 0)
		return id;
	text_printf(m->out, " %%%u =", id);
	if (m->nvalues < MAX_VALUES)
		m->values[m->nvalues++] = (Value){ id, type };
	return id;
}

static uint32_t constant(Maker *m)
{
	static const char *const numbers[] = { "0", "1", "2", "3", "-1", "4", "8", "64", "2147483647", "-2147483648" };
	uint32_t id = instr(m, INT);

	text_printf(m->out, " int t1 %s\n", numbers[below(m, 10)]);
	return id;
}

static uint32_t local_address(Maker *m)
{
	uint32_t local = below(m, m->locals), id = instr(m, pointer_to(m->local_types[local]));

	text_printf(m->out, " local t%d %u\n", pointer_to(m->local_types[local]), local);
	return id;
}

static bool fits(int type, int wanted)
{
	return type == wanted || (wanted == PLAIN && type >= PLAIN) || (wanted == INT && type <= DOUBLE);
}

/* A value of type WANTED; PLAIN: any pointer. Now and then, and when there is none, something else. */
static Value value(Maker *m, int wanted)
{
	uint32_t first = below(m, m->nvalues);

	for (uint32_t i = 0; i < m->nvalues && below(m, 16); i++) {
		Value one = m->values[(first + i) % m->nvalues];
		if (fits(one.type, wanted))
			return one;
	}
	if (!m->nvalues || below(m, 4))
		return (Value){ wanted >= PLAIN && m->locals ? local_address(m) : constant(m), INT };
	return m->values[first];
}

static void store_made(Maker *m)
{
	Value to = value(m, PLAIN), what = value(m, pointee(to.type));
	int type = below(m, 8) ? pointee(to.type) : what.type;

	instr(m, -1);
	text_printf(m->out, " store t%d %%%u %%%u%s\n", type ? type : INT, to.id, what.id,
		below(m, 20) ? "" : " width=3");
}

static void load_made(Maker *m)
{
	Value from = value(m, PLAIN);
	int type = pointee(from.type);

	type = type ? type : DOUBLE;
	instr(m, type);
	text_printf(m->out, " load t%d %%%u%s\n", type, from.id, below(m, 20) ? "" : " width=5");
}

static void field_made(Maker *m)
{
	static const int rec[] = { INT, INT, INT, DOUBLE, ARRAY, P_REC, PLAIN + F_PREDICT, P_DOUBLE };
	static const int nest[] = { RECS, UNION, P_DOUBLE }, both[] = { DOUBLE, INT, CHAR };
	int record = below(m, 3) ? REC : below(m, 2) ? NEST : UNION;
	uint32_t member = below(m, record == REC ? 8 : 3);
	Value base = value(m, PLAIN + record);
	int type = pointer_to((record == REC ? rec : record == NEST ? nest : both)[member]);

	instr(m, type);
	text_printf(m->out, " field t%d %%%u t%d %u\n", type, base.id, record, member);
}

static void elem_made(Maker *m)
{
	static const int bits[] = { 64, 64, 64, 8, 32, 576, 256, 1 };
	Value base = value(m, below(m, 2) ? PLAIN + ARRAY : PLAIN), index = value(m, INT);
	int type = base.type == PLAIN + ARRAY ? P_DOUBLE : base.type == PLAIN + RECS ? P_REC : base.type;

	instr(m, type >= PLAIN ? type : P_DOUBLE);
	text_printf(m->out, " elem t%d %%%u %%%u %d\n", type >= PLAIN ? type : P_DOUBLE, base.id, index.id,
		bits[below(m, 8)]);
}

static void call_made(Maker *m)
{
	uint32_t function = below(m, m->functions), nargs = below(m, 8) ? 2 : below(m, 6);
	int type = m->function_types[function], result = type == F_NEXT ? P_REC : type == F_ANY ? INT : DOUBLE;
	Value callee, args[6];

	if (below(m, 6)) {
		callee = (Value){ instr(m, PLAIN + type), 0 };
		text_printf(m->out, " func t%d %u\n", PLAIN + type, function);
	} else {
		callee = value(m, PLAIN + F_PREDICT);
	}
	for (uint32_t i = 0; i < nargs; i++)
		args[i] = value(m, i ? INT : type == F_FILL || type == F_NEXT ? P_REC : P_DOUBLE);
	instr(m, type == F_FILL ? -1 : result);
	text_printf(m->out, type == F_FILL ? " call - %%%u (" : " call t%d %%%u (", type == F_FILL ? (int)callee.id : result,
		callee.id);
	for (uint32_t i = 0; i < nargs; i++)
		text_printf(m->out, "%s%%%u", i ? " " : "", args[i].id);
	text_put(m->out, ")\n");
}

static void arithmetic_made(Maker *m)
{
	static const char *const names[] = { "add", "sub", "mul", "div", "rem", "shl", "shr", "and", "or", "xor", "eq", "ne",
		"lt", "le", "gt", "ge" };
	static const char *const one[] = { "neg", "not", "lnot", "other" };
	Value a = value(m, INT), b = value(m, INT);
	int type = below(m, 3) ? INT : DOUBLE;

	instr(m, type);
	if (below(m, 5))
		text_printf(m->out, " %s t%d %%%u %%%u\n", names[below(m, 16)], type, a.id, b.id);
	else
		text_printf(m->out, " %s t%d %%%u\n", one[below(m, 4)], type, a.id);
}

static void cast_made(Maker *m)
{
	Value from = value(m, below(m, 2) ? PLAIN : INT);
	int type = below(m, 2) ? pointer_to(object_type(m)) : below(m, 2) ? INT : DOUBLE;

	instr(m, type);
	text_printf(m->out, " cast t%d %%%u\n", type, from.id);
}

static void memory_made(Maker *m)
{
	static const int bits[] = { 0, 8, 64, 256, 576, 1856, 12345 };
	Value to = value(m, PLAIN), from = value(m, PLAIN);

	instr(m, -1);
	switch (below(m, 4)) {
	case 0: text_printf(m->out, " zero %%%u %d\n", to.id, bits[below(m, 7)]); break;
	case 1: text_printf(m->out, " data %%%u %d\n", to.id, bits[below(m, 7)]); break;
	default: text_printf(m->out, " copy %%%u %%%u %d\n", to.id, from.id, bits[below(m, 7)]); break;
	}
}

static void rare_made(Maker *m)
{
	Value a = value(m, PLAIN), b = value(m, INT);

	switch (below(m, 7)) {
	case 0: instr(m, -1); text_printf(m->out, " vastart %%%u\n", a.id); break;
	case 1: instr(m, DOUBLE); text_printf(m->out, " vaarg t3 %%%u\n", a.id); break;
	case 2: instr(m, -1); text_printf(m->out, " vacopy %%%u %%%u\n", a.id, b.id); break;
	case 3: instr(m, -1); text_printf(m->out, " asm (%%%u %%%u)\n", a.id, b.id); break;
	case 4: instr(m, -1); text_put(m->out, " unresolved \"lost\"\n"); break;
	case 5: instr(m, DOUBLE); text_put(m->out, " undef t3\n"); break;
	default: instr(m, PLAIN + CHAR); text_put(m->out, " string t16 \"key\"\n"); break;
	}
}

static void address_made(Maker *m)
{
	if (m->locals && below(m, 2)) {
		local_address(m);
	} else if (m->globals) {
		uint32_t global = below(m, m->globals);
		instr(m, pointer_to(m->global_types[global]));
		text_printf(m->out, " global t%d %u\n", pointer_to(m->global_types[global]), global);
	}
}

static void end_made(Maker *m)
{
	Value a = value(m, INT);
	uint32_t one = below(m, m->blocks), other = below(m, m->blocks);

	instr(m, -1);
	switch (below(m, 10)) {
	case 0: case 1: text_printf(m->out, " jump b%u\n", one); break;
	case 2: text_printf(m->out, " switch %%%u b%u 0:b%u 2..5:b%u\n", a.id, one, other, below(m, m->blocks)); break;
	case 3: text_printf(m->out, " ijump %%%u (b%u b%u)\n", a.id, one, other); break;
	case 4: text_put(m->out, " unreachable\n"); break;
	case 5: case 6: text_printf(m->out, " return %%%u\n", a.id); break;
	default: text_printf(m->out, " branch %%%u b%u b%u\n", a.id, one, other); break;
	}
}

static void block_made(Maker *m, uint32_t number)
{
	static void (*const makers[])(Maker *) = {
		address_made, address_made, load_made, load_made, load_made, store_made, store_made, store_made, field_made,
		elem_made, elem_made, call_made, call_made, arithmetic_made, cast_made, memory_made, rare_made,
	};

	text_printf(m->out, "b%u:\n", number);
	for (uint32_t n = below(m, 10); n > 0; n--)
		makers[below(m, sizeof makers / sizeof *makers)](m);
	end_made(m);
}

static void function_made(Maker *m, uint32_t number)
{
	int type = m->function_types[EXTERNALS + number];
	uint32_t params = type == F_READ ? 0 : type == F_NEXT ? 1 : 2;

	text_printf(m->out, "function f%u %s t%d%s%s @0:%u:1\n", number, below(m, 3) ? "external" : "internal", type,
		type == F_ANY ? " variadic" : "", below(m, 12) ? "" : " stub", number * 100 + 1);
	m->locals = m->instrs = m->nvalues = 0;
	for (; m->locals < params + below(m, 4); m->locals++) {
		bool param = m->locals < params;
		int kind = !param ? object_type(m) : m->locals ? INT : type == F_PREDICT ? P_DOUBLE : P_REC;
		m->local_types[m->locals] = kind;
		text_printf(m->out, " %s l%u t%d\n", param ? "param" : "local", m->locals, kind);
	}
	m->blocks = 1 + below(m, 7);
	for (uint32_t i = 0; i < m->blocks; i++)
		block_made(m, i);
}

static void program_made(Maker *m)
{
	text_printf(m->out, "featdep-facts 1\nunit a.c\nfile a.c\n%s", types_text);
	for (int type = 0; type < POINTERS; type++)
		text_printf(m->out, "type pointer \"p%d\" 64 t%d\n", type, type);
	text_printf(m->out, "type pointer pp1 64 t%d\ntype pointer pp2 64 t%d\ntype pointer pp3 64 t%d\n", P_DOUBLE, P_REC,
		PLAIN + F_PREDICT);
	for (m->globals = 0; m->globals < below(m, 6); m->globals++) {
		m->global_types[m->globals] = object_type(m);
		text_printf(m->out, "global g%u external t%d%s%s\n", m->globals, m->global_types[m->globals],
			below(m, 3) ? " defined" : "", below(m, 8) ? "" : " volatile");
	}
	for (int i = 0; i < EXTERNALS; i++) {
		m->function_types[i] = externals[i].type;
		text_printf(m->out, "function %s external t%d @-:0:0\n", externals[i].name, externals[i].type);
	}
	uint32_t defined = 1 + below(m, 6);
	m->functions = EXTERNALS + defined;
	for (uint32_t i = 0; i < defined; i++)
		m->function_types[EXTERNALS + i] = F_READ + (int)below(m, 5);
	for (uint32_t i = 0; i < defined; i++)
		function_made(m, i);
}

static void graph_text(const Graph *graph, Text *out)
{
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		const Node *node = &graph->nodes.items[n];
		text_printf(out, "%s %s %u %u %d\n", str_text(node->id), str_text(node->label), node->sites.len, node->uses,
			(int)node->use);
	}
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		if (edge->from >= graph->nodes.len || edge->to >= graph->nodes.len)
			BUG("edge %u has no ends", e);
		text_printf(out, "%u %u %d %d %d %u\n", edge->from, edge->to, (int)edge->kind, edge->state, edge->unresolved,
			edge->witness.len);
	}
	text_printf(out, "%u unresolved, %u of %u calls\n", graph->coverage.unresolved.len, graph->coverage.calls_resolved,
		graph->coverage.calls);
}

static void solve_text(const Module *program, Text *out)
{
	SolveOptions options = { .max_contexts = 4, .max_steps = MAX_STEPS };
	Roles roles = {0};
	Graph graph = {0};
	Diags diags = {0};

	if (!manifest_parse(manifest_text, strlen(manifest_text), str_intern("m.yml"), false, &roles, &diags))
		BUG("the manifest is refused: %s", str_text(diags.items.items[0].message));
	bind_roles(&roles, program, &diags);
	solve(program, &roles, &options, &graph, &diags);
	graph_text(&graph, out);
	graph_release(&graph);
	roles_release(&roles);
	diags_release(&diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Text text = {0}, once = {0}, twice = {0}, problem = {0};
	Maker maker = { .data = data, .size = size, .state = hash_bytes(1, (const char *)data, size) | 1, .out = &text };
	Module program = {0};
	Diags diags = {0};

	program_made(&maker);
	if (!facts_parse(text_data(&text), text.len, str_intern("program"), &program, &diags))
		BUG("line %u: %s", diags.items.items[0].line, str_text(diags.items.items[0].message));
	if (!module_check(&program, &problem))
		BUG("%s", text_data(&problem));
	solve_text(&program, &once);
	solve_text(&program, &twice);
	if (once.len != twice.len || memcmp(once.data, twice.data, once.len))
		BUG("two runs differ");
	module_release(&program);
	diags_release(&diags);
	text_release(&text);
	text_release(&once);
	text_release(&twice);
	text_release(&problem);
	return 0;
}

/* A short input: what follows is drawn from its hash. */
static size_t input_of(uint64_t number, char bytes[24])
{
	return (size_t)snprintf(bytes, 24, "%" PRIu64, number);
}

static int print(uint64_t number)
{
	char bytes[24];
	size_t size = input_of(number, bytes);
	Text text = {0};
	Maker maker = { .data = (const uint8_t *)bytes, .size = size, .state = hash_bytes(1, bytes, size) | 1, .out = &text };

	program_made(&maker);
	printf("%s# manifest\n%s", text_data(&text), manifest_text);
	text_release(&text);
	return 0;
}

/* True when the input NUMBER passes. */
static bool passes(uint64_t number)
{
	char bytes[24];
	int status = 1;
	pid_t child = fork();

	if (!child) {
		alarm(SECONDS);
		exit(LLVMFuzzerTestOneInput((const uint8_t *)bytes, input_of(number, bytes)));
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		BUG("no process");
	if (status)
		printf("FAILED %" PRIu64 ": %s %d; fuzz_solve --print %" PRIu64 "\n", number,
			WIFSIGNALED(status) ? "signal" : "exit code",
			WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), number);
	fflush(stdout);
	return !status;
}

int main(int argc, char **argv)
{
	if (argc == 3 && !strcmp(argv[1], "--print"))
		return print(strtoull(argv[2], NULL, 10));
	uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 200, first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	int failed = 0;
	for (uint64_t i = 0; i < count; i++)
		failed += !passes(first + i);
	printf("%" PRIu64 " programs, %d failed\n", count, failed);
	return failed != 0;
}
