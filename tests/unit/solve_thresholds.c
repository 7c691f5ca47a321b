/* Thresholds: where a number in a loop may come to a stop. */
#include "solve_cfg.h"

/* x counts in the loop; what is before and behind it is in no loop. The blocks are b0, head, body and end. */
#define COUNTS(in_head, in_body) \
	"b0:\n%one = int int 1\n%many = int int 77\n%read_i = func read_i\n%i = call int %read_i ()\n%early = lt int %i %many\njump head\n" \
	"head:\n" in_head "branch %go body end\nbody:\n" in_body "jump head\n" \
	"end:\n%late = lt int %i %many\nreturn\n"

static void check(const char *body, const int64_t *at, uint32_t count)
{
	BuiltCfg b;

	cfg_of_body(&b, body);
	assert_int_equal(b.cfg.thresholds.len, count);
	for (uint32_t i = 0; i < count; i++)
		assert_int_equal(b.cfg.thresholds.items[i].at, at[i]);
	built_release(&b);
}

static void test_comparisons(void **state)
{
	static const char *const up_to_ten[] = {
		COUNTS("%ten = int int 10\n%go = le int %i %ten\n", ""), COUNTS("%ten = int int 10\n%go = gt int %i %ten\n", ""),
		COUNTS("%ten = int int 10\n%go = ge int %ten %i\n", ""), COUNTS("%ten = int int 10\n%go = lt int %ten %i\n", ""),
	};
	static const char *const below_ten[] = {
		COUNTS("%ten = int int 10\n%go = lt int %i %ten\n", ""), COUNTS("%ten = int int 10\n%go = ge int %i %ten\n", ""),
		COUNTS("%ten = int int 10\n%go = gt int %ten %i\n", ""), COUNTS("%ten = int int 10\n%go = le int %ten %i\n", ""),
	};

	(void)state;
	for (int k = 0; k < 4; k++) {
		check(up_to_ten[k], (const int64_t[]){ 10, 11 }, 2);
		check(below_ten[k], (const int64_t[]){ 9, 10 }, 2);
	}
	check(COUNTS("%ten = int int 10\n%go = ne int %i %ten\n", ""), (const int64_t[]){ 9, 10, 11 }, 3);
}

/* Sums, products and indices come to no stop at their constants. */
static void test_other_constants(void **state)
{
	(void)state;
	check(COUNTS("%go = call int %read_i ()\n", "%c = int int 16\n%m = and int %i %c\n%r = rem int %i %c\n%s = add int %i %c\n"
		"%p = mul int %i %c\n"), (const int64_t[]){ 15, 16 }, 2);
}

static void test_extremes(void **state)
{
	(void)state;
	check(COUNTS("%top = int int 9223372036854775807\n%go = le int %i %top\n", ""), (const int64_t[]){ INT64_MAX }, 1);
	check(COUNTS("%low = int int -9223372036854775808\n%go = lt int %i %low\n", ""), (const int64_t[]){ INT64_MIN }, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_comparisons),
		cmocka_unit_test(test_other_constants),
		cmocka_unit_test(test_extremes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
