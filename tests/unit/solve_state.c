/* What passes from one invocation to the next, and what only looks like it. */
#include "solve_text.h"

static void test_global_between_entry_points(void **state)
{
	(void)state;
	expect("global last internal double defined\n"
		"function update external \"void (void)\"\nb0:\n"
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		"return\n"
		RUN "b0:\n"
		GET("x", "global", "last", "double")
		SET("0", "%x")
		CALL("b", "read_b", "")
		SET("1", "%b")
		END, "signal:a -> " F0 " data state\nsignal:b -> " F1 " data\n" FED);
}

static void test_same_invocation(void **state)
{
	(void)state;
	expect("global last internal double defined\n" RUN "b0:\n"
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		GET("x", "global", "last", "double")
		SET("0", "%x")
		SET("1", "%a")
		END, "signal:a -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_static_local(void **state)
{
	(void)state;
	expect("global last none double owner=run defined\n" RUN "b0:\n"
		GET("was", "global", "last", "double")
		SET("0", "%was")
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		SET("1", "%a")
		END, "signal:a -> " F0 " data state\nsignal:a -> " F1 " data\n" FED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_global_between_entry_points),
		cmocka_unit_test(test_same_invocation),
		cmocka_unit_test(test_static_local),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
