/* Liveness of slots: live where a later load sees what is there, dead where an assignment comes first. */
#include "solve_text.h"

#include "solve/engine.h"

typedef struct {
	Module program;
	Diags diags;
	Cfg cfg;
} Built;

/* The control flow of the function run: it has the locals x and y, whose slots are 0 and 1. */
static void build(Built *b, const char *body)
{
	Text text = {0};

	*b = (Built){0};
	text_printf(&text, "%sfunction run external \"void (void)\"\n local x double\n local y double\n%s", PRELUDE, body);
	if (!facts_parse(text_data(&text), text.len, str_intern("facts"), &b->program, &b->diags))
		fail_msg("%s", body);
	text_release(&text);
	for (FuncId id = 0; id < b->program.functions.len; id++)
		if (str_is(b->program.functions.items[id].name, "run"))
			cfg_build(&b->program, &b->program.functions.items[id], &b->cfg);
	assert_int_equal(b->cfg.nslots, 2);
}

static void release(Built *b)
{
	cfg_release(&b->cfg);
	module_release(&b->program);
	diags_release(&b->diags);
}

/* The blocks 0 to 3 are b0, head, body and end. */
#define LOOP \
	"b0:\njump head\nhead:\n%read_i = func read_i\n%go = call int %read_i ()\nbranch %go body end\nbody:\n" \
	"%read_a = func read_a\n%a = call double %read_a ()\n%ax = local x\n%ay = local y\n"

/* x is assigned in each iteration before it is read; y is read at the end. */
static void test_assigned_first(void **state)
{
	Built b;

	(void)state;
	build(&b, LOOP "store double %ax %a\n%v = load double %ax\nstore double %ay %v\njump head\n"
		"end:\n%by = local y\n%w = load double %by\nreturn\n");
	for (BlockId block = 0; block < 4; block++) {
		assert_false(live_in(&b.cfg, block, 0));
		assert_int_equal(live_in(&b.cfg, block, 1), block != 2);
	}
	release(&b);
}

/* x is what the last iteration left. */
static void test_read_first(void **state)
{
	Built b;

	(void)state;
	build(&b, LOOP "%v = load double %ax\n%sum = add double %v %a\nstore double %ax %sum\njump head\nend:\nreturn\n");
	assert_true(live_in(&b.cfg, 1, 0));
	assert_true(live_in(&b.cfg, 2, 0));
	assert_false(live_in(&b.cfg, 3, 0));
	assert_false(live_in(&b.cfg, 1, 1));
	live_always(&b.cfg, 1);
	assert_true(live_in(&b.cfg, 3, 1));
	release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_assigned_first),
		cmocka_unit_test(test_read_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
