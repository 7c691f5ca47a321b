/*
 * Programs in facts, a manifest, and the edges they must give, for the tests of solve/.
 *
 * Every program starts with PRELUDE; DEFAULT_MANIFEST gives its functions their roles. The macros write what takes
 * several instructions: they name their values by the line of the source, so there is at most one of them a line.
 */
#ifndef FEATDEP_TESTS_SOLVE_TEXT_H
#define FEATDEP_TESTS_SOLVE_TEXT_H

#include "bind/bind.h"
#include "model/facts.h"
#include "solve/solve.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PRELUDE \
	"featdep-facts 1\nunit a.c\nfile a.c\n" \
	"type void void -1\ntype int int 32 signed\ntype int char 8 signed\ntype float double 64\n" \
	"type pointer \"int *\" 64 int\ntype pointer \"char *\" 64 char\ntype pointer \"double *\" 64 double\n" \
	"type pointer \"double **\" 64 \"double *\"\ntype pointer \"double ***\" 64 \"double **\"\n" \
	"type array \"double[2]\" 128 double count=2\ntype pointer \"double[2] *\" 64 \"double[2]\"\n" \
	"type array \"double[8]\" 512 double count=8\ntype pointer \"double[8] *\" 64 \"double[8]\"\n" \
	"type struct pair 128\n member x double 0\n member y double 64\ntype pointer \"pair *\" 64 pair\n" \
	"type array \"pair[4]\" 512 pair count=4\ntype pointer \"pair[4] *\" 64 \"pair[4]\"\n" \
	"type function \"double (void)\" -1 double\ntype pointer \"double (*)(void)\" 64 \"double (void)\"\n" \
	"type pointer \"double (**)(void)\" 64 \"double (*)(void)\"\n" \
	"type array \"double (*[2])(void)\" 128 \"double (*)(void)\" count=2\n" \
	"type pointer \"double (*(*)[2])(void)\" 64 \"double (*[2])(void)\"\n" \
	"type function \"double (double)\" -1 double\ntype pointer \"double (*)(double)\" 64 \"double (double)\"\n" \
	"type function \"int (void)\" -1 int\ntype pointer \"int (*)(void)\" 64 \"int (void)\"\n" \
	"type function \"void (void)\" -1 void\ntype pointer \"void (*)(void)\" 64 \"void (void)\"\n" \
	"type function \"void (double *)\" -1 void\ntype pointer \"void (*)(double *)\" 64 \"void (double *)\"\n" \
	"type function \"void (double)\" -1 void\ntype pointer \"void (*)(double)\" 64 \"void (double)\"\n" \
	"type function \"void (double *, double)\" -1 void\n" \
	"type pointer \"void (*)(double *, double)\" 64 \"void (double *, double)\"\n" \
	"type function \"void (double **)\" -1 void\ntype pointer \"void (*)(double **)\" 64 \"void (double **)\"\n" \
	"type function \"double *(int)\" -1 \"double *\"\ntype pointer \"double *(*)(int)\" 64 \"double *(int)\"\n" \
	"type function \"double (double *, int)\" -1 double\n" \
	"type pointer \"double (*)(double *, int)\" 64 \"double (double *, int)\"\n" \
	"type function \"double (double, int)\" -1 double\n" \
	"type pointer \"double (*)(double, int)\" 64 \"double (double, int)\"\n" \
	"type function \"void (char *, double)\" -1 void\n" \
	"type pointer \"void (*)(char *, double)\" 64 \"void (char *, double)\"\n" \
	"type function \"double (char *)\" -1 double\ntype pointer \"double (*)(char *)\" 64 \"double (char *)\"\n" \
	"type function \"double (int)\" -1 double\ntype pointer \"double (*)(int)\" 64 \"double (int)\"\n" \
	"function read_a external \"double (void)\"\nfunction read_b external \"double (void)\"\n" \
	"function read_c external \"double (void)\"\nfunction read_i external \"int (void)\"\n" \
	"function read_block external \"void (double *)\"\n param to \"double *\"\n" \
	"function __featdep_alloc external \"double *(int)\"\n param size int\n" \
	"function predict external \"double (double *, int)\"\n param values \"double *\"\n param count int\n"

#define DEFAULT_MANIFEST \
	"version: 1\n" \
	"signals:\n" \
	"  - { function: read_a, name: a }\n" \
	"  - { function: read_b, name: b }\n" \
	"  - { function: read_c, name: c }\n" \
	"  - { function: read_i, name: i }\n" \
	"  - { function: read_block, value: 0, name: block }\n" \
	"models:\n" \
	"  - { function: predict, input: { arg: 0, count: { arg: 1 } }, output: return, name: m }\n"

#define LINE_TEXT_(line) #line
#define LINE_TEXT(line) LINE_TEXT_(line)
#define LINE LINE_TEXT(__LINE__)

/* An entry point with the array f. */
#define RUN "function run external \"void (void)\"\n local f \"double[2]\"\n"

/* %RESULT = FUNCTION(ARGUMENTS), a double. */
#define CALL(result, function, arguments) \
	"%fn" LINE " = func " function "\n%" result " = call double %fn" LINE " (" arguments ")\n"
#define CALL_INT(result, function) "%fn" LINE " = func " function "\n%" result " = call int %fn" LINE " ()\n"
#define CALL_VOID(function, arguments) "%fn" LINE " = func " function "\ncall - %fn" LINE " (" arguments ")\n"
/* %RESULT = &f[INDEX]; INDEX is a number. */
#define ELEMENT(result, index) \
	"%at" LINE " = local f\n%ix" LINE " = int int " index "\n" \
	"%" result " = elem \"double *\" %at" LINE " %ix" LINE " 64\n"
/* f[INDEX] = VALUE; */
#define SET(index, value) ELEMENT("el" LINE, index) "store double %el" LINE " " value "\n"
/* VARIABLE = VALUE; and %RESULT = VARIABLE; WHERE is local or global. */
#define PUT(where, variable, type, value) \
	"%at" LINE " = " where " " variable "\nstore " type " %at" LINE " " value "\n"
#define GET(result, where, variable, type) \
	"%at" LINE " = " where " " variable "\n%" result " = load " type " %at" LINE "\n"
/* The model reads the first COUNT elements of f. */
#define PREDICT(result, count) \
	"%to" LINE " = local f\n%cn" LINE " = int int " count "\n" CALL(result, "predict", "%to" LINE " %cn" LINE)
#define END PREDICT("prediction", "2") "return\n"

/* The edges that END gives for features that depend on something. */
#define F0 "feature:run.f[0]"
#define F1 "feature:run.f[1]"
#define FED F0 " -> model:m data\n" F1 " -> model:m data\nmodel:m -> prediction:m data\n"

typedef struct {
	Graph graph;
	Roles roles;
	Module program;
	Diags diags;
} Solved;

static inline Solved *solve_text_with(const char *manifest, const char *facts, const SolveOptions *options)
{
	Solved *s = mem_calloc(1, sizeof *s);
	Text text = {0}, message = {0};

	text_put(&text, PRELUDE);
	text_put(&text, facts);
	if (!facts_parse(text_data(&text), text.len, str_intern("facts"), &s->program, &s->diags) ||
	    !manifest_parse(manifest, strlen(manifest), str_intern("featdep.yml"), false, &s->roles, &s->diags)) {
		diag_print(&s->diags.items.items[0], &message);
		fail_msg("%s\n%s", text_data(&message), facts);
	}
	text_release(&text);
	bind_roles(&s->roles, &s->program, &s->diags);
	solve(&s->program, &s->roles, options, &s->graph, &s->diags);
	return s;
}

static inline Solved *solve_text(const char *manifest, const char *facts)
{
	return solve_text_with(manifest, facts, NULL);
}

static inline void solved_release(Solved *s)
{
	graph_release(&s->graph);
	roles_release(&s->roles);
	module_release(&s->program);
	diags_release(&s->diags);
	free(s);
}

static inline int line_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The lines of TEXT in order. */
static inline void put_sorted(Text *out, const char *text)
{
	char *copy = mem_strndup(text, strlen(text));
	VEC(char *) lines = {0};

	for (char *at = copy; *at;) {
		char *end = at + strcspn(at, "\n");
		vec_push(&lines, at);
		at = *end ? end + 1 : end;
		*end = 0;
	}
	vec_sort(&lines, line_compare);
	for (uint32_t i = 0; i < lines.len; i++)
		text_printf(out, "%s\n", lines.items[i]);
	vec_release(&lines);
	free(copy);
}

static inline void put_edges(Text *out, const Graph *graph)
{
	for (uint32_t i = 0; i < graph->edges.len; i++) {
		const Edge *edge = &graph->edges.items[i];
		text_printf(out, "%s -> %s %s%s%s\n", str_text(graph->nodes.items[edge->from].id),
			str_text(graph->nodes.items[edge->to].id), dep_kind_text(edge->kind), edge->state ? " state" : "",
			edge->unresolved ? " unresolved" : "");
	}
}

/* The program in FACTS has these EDGES and no others: lines "FROM -> TO KIND [state] [unresolved]" in any order. */
static inline void expect_edges(const char *manifest, const char *facts, const char *edges)
{
	Solved *s = solve_text(manifest, facts);
	Text found = {0}, actual = {0}, expected = {0};

	put_edges(&found, &s->graph);
	put_sorted(&actual, text_data(&found));
	put_sorted(&expected, edges);
	assert_string_equal(text_data(&actual), text_data(&expected));
	text_release(&found);
	text_release(&actual);
	text_release(&expected);
	solved_release(s);
}

#define expect(facts, edges) expect_edges(DEFAULT_MANIFEST, facts, edges)

#endif
