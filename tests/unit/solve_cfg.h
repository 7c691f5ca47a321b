/* The control flow of one function in facts, for the tests of what is found in it. */
#ifndef FEATDEP_TESTS_SOLVE_CFG_H
#define FEATDEP_TESTS_SOLVE_CFG_H

#include "solve_text.h"

#include "solve/engine.h"

typedef struct {
	Module program;
	Diags diags;
	Cfg cfg;
} BuiltCfg;

/* The control flow of the function run: it has the locals x and y, whose slots are 0 and 1. */
static void cfg_of_body(BuiltCfg *b, const char *body)
{
	Text text = {0};

	*b = (BuiltCfg){0};
	text_printf(&text, "%sfunction run external \"void (void)\"\n local x double\n local y double\n%s", PRELUDE, body);
	if (!facts_parse(text_data(&text), text.len, str_intern("facts"), &b->program, &b->diags))
		fail_msg("%s", body);
	text_release(&text);
	for (FuncId id = 0; id < b->program.functions.len; id++)
		if (str_is(b->program.functions.items[id].name, "run"))
			cfg_build(&b->program, &b->program.functions.items[id], &b->cfg);
	assert_int_equal(b->cfg.nslots, 2);
}

static void built_release(BuiltCfg *b)
{
	cfg_release(&b->cfg);
	module_release(&b->program);
	diags_release(&b->diags);
}

#endif
