/* Rules over graphs as text: what is found and what is not. */
#ifndef FEATDEP_TESTS_RULES_TEXT_H
#define FEATDEP_TESTS_RULES_TEXT_H

#include "graph/graph_complete.h"
#include "rules/rule.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

typedef struct {
	Graph graph;
	Roles roles;
	Diags diags;
} Trial;

static inline Trial *begin(const char *text)
{
	Trial *c = mem_calloc(1, sizeof *c);

	graph_read(&c->graph, text);
	return c;
}

static inline void run_rules(Trial *c)
{
	Diags texts = {0};

	graph_complete(&c->graph, &c->roles, &texts);
	diags_release(&texts);
	rules_run(&c->graph, &c->roles, &c->diags);
}

static inline void end(Trial *c)
{
	graph_release(&c->graph);
	roles_release(&c->roles);
	diags_release(&c->diags);
	free(c);
}

static inline void add_consumer(Trial *c, const char *of, const char *function)
{
	vec_push(&c->roles.roles, (Role){ .kind = ROLE_CONSUMER, .of = str_intern(of), .matches = 1,
		.target.function = str_intern(function), .file = str_intern("featdep.yml"), .line = 12 });
}

static inline void add_module(Trial *c, const char *name, const char *path)
{
	vec_push(&c->roles.modules, (ModuleRule){ .name = str_intern(name), .path = str_intern(path), .matches = 1 });
}

static inline void add_setting(Trial *c, const char *rule, const char *level)
{
	vec_push(&c->roles.settings, (RuleSetting){ .rule = str_intern(rule), .level = str_intern(level), .models = -1,
		.file = str_intern("featdep.yml"), .line = 3, .column = 5 });
}

static inline void add_suppression(Trial *c, const char *rule, const char *subject, const char *until)
{
	vec_push(&c->roles.suppressions, (Suppression){ .rule = str_intern(rule), .subject = str_intern(subject),
		.reason = str_intern("because"), .until = str_intern(until), .file = str_intern("featdep.yml"), .line = 9,
		.column = 5 });
}

static inline const Finding *find(const Trial *c, const char *rule, const char *subject)
{
	for (uint32_t i = 0; i < c->graph.findings.len; i++)
		if (str_is(c->graph.findings.items[i].rule, rule) && str_is(c->graph.findings.items[i].subject, subject))
			return &c->graph.findings.items[i];
	return NULL;
}

static inline uint32_t count_of(const Trial *c, const char *rule)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < c->graph.findings.len; i++)
		count += str_is(c->graph.findings.items[i].rule, rule);
	return count;
}

static inline const Finding *expect(const Trial *c, const char *rule, Level level, const char *subject, const char *message)
{
	const Finding *finding = find(c, rule, subject);

	if (!finding)
		fail_msg("no %s about %s", rule, subject);
	if (message)
		assert_string_equal(str_text(finding->message), message);
	assert_int_equal(finding->level, level);
	return finding;
}

/* The text of the only finding of RULE in a graph; the rest of the findings does not matter. */
static inline void expect_only(const char *text, const char *rule, Level level, const char *subject, const char *message)
{
	Trial *c = begin(text);

	run_rules(c);
	expect(c, rule, level, subject, message);
	assert_int_equal(count_of(c, rule), 1);
	end(c);
}

static inline void expect_none(const char *text, const char *rule)
{
	Trial *c = begin(text);

	run_rules(c);
	if (count_of(c, rule))
		fail_msg("%s: %s", rule, str_text(c->graph.findings.items[0].message));
	end(c);
}

#endif
