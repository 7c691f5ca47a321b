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

/* The prediction of one turn of the loop is a feature of the next. */
static void test_loop_around_the_model(void **state)
{
	(void)state;
	expect(RUN " local last double\nb0:\n%zero = float double 0\n"
		PUT("local", "last", "double", "%zero")
		"jump head\nhead:\n"
		GET("was", "local", "last", "double")
		SET("0", "%was")
		CALL("a", "read_a", "")
		SET("1", "%a")
		PREDICT("p", "2")
		PUT("local", "last", "double", "%p")
		"jump head\n", "signal:a -> " F1 " data\nprediction:m -> " F0 " data state\n" FED);
}

/* Written anew in every invocation before it is read: what the other entry point wrote does not arrive. */
static void test_overwritten_before_reading(void **state)
{
	(void)state;
	expect("global last internal double defined\n"
		"function update external \"void (void)\"\nb0:\n"
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		"return\n"
		RUN "b0:\n"
		CALL("b", "read_b", "")
		PUT("global", "last", "double", "%b")
		GET("x", "global", "last", "double")
		SET("0", "%x")
		SET("1", "%b")
		END, "signal:b -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_global_between_entry_points),
		cmocka_unit_test(test_same_invocation),
		cmocka_unit_test(test_static_local),
		cmocka_unit_test(test_loop_around_the_model),
		cmocka_unit_test(test_overwritten_before_reading),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
