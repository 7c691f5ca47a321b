/* Liveness of slots: live where a later load sees what is there, dead where an assignment comes first. */
#include "solve_cfg.h"

/* The blocks 0 to 3 are b0, head, body and end. */
#define LOOP \
	"b0:\njump head\nhead:\n%read_i = func read_i\n%go = call int %read_i ()\nbranch %go body end\nbody:\n" \
	"%read_a = func read_a\n%a = call double %read_a ()\n%ax = local x\n%ay = local y\n"

/* x is assigned in each iteration before it is read; y is read at the end. */
static void test_assigned_first(void **state)
{
	BuiltCfg b;

	(void)state;
	cfg_of_body(&b, LOOP "store double %ax %a\n%v = load double %ax\nstore double %ay %v\njump head\n"
		"end:\n%by = local y\n%w = load double %by\nreturn\n");
	for (BlockId block = 0; block < 4; block++) {
		assert_false(live_in(&b.cfg, block, 0));
		assert_int_equal(live_in(&b.cfg, block, 1), block != 2);
	}
	built_release(&b);
}

/* x is what the last iteration left. */
static void test_read_first(void **state)
{
	BuiltCfg b;

	(void)state;
	cfg_of_body(&b, LOOP "%v = load double %ax\n%sum = add double %v %a\nstore double %ax %sum\njump head\nend:\nreturn\n");
	assert_true(live_in(&b.cfg, 1, 0));
	assert_true(live_in(&b.cfg, 2, 0));
	assert_false(live_in(&b.cfg, 3, 0));
	assert_false(live_in(&b.cfg, 1, 1));
	live_always(&b.cfg, 1);
	assert_true(live_in(&b.cfg, 3, 1));
	built_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_assigned_first),
		cmocka_unit_test(test_read_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
