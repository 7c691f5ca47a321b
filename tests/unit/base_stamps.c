/* base/stamps.h */
#include "base/stamps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void holds_what_was_added(void **state)
{
	Stamps set = {0};

	(void)state;
	assert_false(stamps_has(&set, 7));
	assert_true(stamps_add(&set, 7));
	assert_false(stamps_add(&set, 7));
	assert_true(stamps_add(&set, 1000000));
	assert_true(stamps_has(&set, 7));
	assert_false(stamps_has(&set, 8));
	stamps_release(&set);
}

static void is_empty_after_clear(void **state)
{
	Stamps set = {0};

	(void)state;
	stamps_clear(&set);
	assert_false(stamps_has(&set, 0));
	assert_true(stamps_add(&set, 3));
	stamps_clear(&set);
	assert_false(stamps_has(&set, 3));
	assert_true(stamps_add(&set, 3));
	stamps_release(&set);
}

static void survives_the_round_count_starting_over(void **state)
{
	Stamps set = {0};

	(void)state;
	assert_true(stamps_add(&set, 5));
	set.round = UINT32_MAX;
	assert_true(stamps_add(&set, 6));
	stamps_clear(&set);
	assert_false(stamps_has(&set, 5));
	assert_false(stamps_has(&set, 6));
	assert_true(stamps_add(&set, 6));
	stamps_release(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_what_was_added),
		cmocka_unit_test(is_empty_after_clear),
		cmocka_unit_test(survives_the_round_count_starting_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
