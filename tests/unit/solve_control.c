/* Kinds of dependencies: what decides which value arrives, what selects an element, and what only guards. */
#include "solve_text.h"

#define CHOICE RUN " local x double\nb0:\n"
#define A_AND_B CALL("a", "read_a", "") "%fnb = func read_b\n%b = call double %fnb ()\n"

static void test_choice(void **state)
{
	(void)state;
	expect(CHOICE
		A_AND_B
		CALL_INT("i", "read_i")
		"branch %i then else\nthen:\n"
		PUT("local", "x", "double", "%a")
		"jump join\nelse:\n"
		PUT("local", "x", "double", "%b")
		"jump join\njoin:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%a")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:a -> " F1 " data\n" FED);
}

static void test_choice_of_constants(void **state)
{
	(void)state;
	expect(CHOICE
		CALL("a", "read_a", "")
		"%half = float double 0.5\n%above = gt int %a %half\nbranch %above then else\nthen:\n%one = float double 1\n"
		PUT("local", "x", "double", "%one")
		"jump join\nelse:\n%zero = float double 0\n"
		PUT("local", "x", "double", "%zero")
		"jump join\njoin:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%half")
		END, "signal:a -> " F0 " control\n" FED);
}

static void test_constant_condition(void **state)
{
	(void)state;
	expect(CHOICE
		A_AND_B
		"%no = int int 0\nbranch %no then else\nthen:\n"
		PUT("local", "x", "double", "%a")
		"jump join\nelse:\n"
		PUT("local", "x", "double", "%b")
		"jump join\njoin:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%b")
		END, "signal:b -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

static void expect_guard(const Solved *s, uint32_t line)
{
	NodeId model = graph_find(&s->graph, "model:m");

	assert_int_not_equal(model, NONE);
	assert_int_equal(s->graph.nodes.items[model].guards.len, 1);
	assert_int_equal(s->graph.nodes.items[model].guards.items[0].line, line);
}

/* The condition is a guard of the model: no edge. */
static void test_guard(void **state)
{
	(void)state;
	Solved *s = solve_text(DEFAULT_MANIFEST, RUN "b0:\n"
		CALL_INT("i", "read_i")
		"branch %i then done @7:3\nthen:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%b")
		PREDICT("p", "2")
		"jump done\ndone:\nreturn\n");

	expect_guard(s, 7);
	assert_int_equal(graph_find(&s->graph, "signal:i"), NONE);
	solved_release(s);
}

/* A loop before the model guards it by the ways that leave the function, not by its own condition. */
static void test_guard_in_a_loop(void **state)
{
	(void)state;
	Solved *s = solve_text(DEFAULT_MANIFEST, RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%b")
		"jump head\nhead:\n"
		CALL_INT("i", "read_i")
		"branch %i body done @6:3\nbody:\n"
		CALL_INT("j", "read_i")
		"branch %j stop head @7:3\nstop:\nreturn\ndone:\n"
		PREDICT("p", "2")
		"return\n");

	expect_guard(s, 7);
	solved_release(s);
}

static void test_index(void **state)
{
	(void)state;
	expect(RUN " local table \"double[2]\"\nb0:\n"
		A_AND_B
		"%t = local table\n%zero = int int 0\n%one = int int 1\n%t0 = elem \"double *\" %t %zero 64\n"
		"%t1 = elem \"double *\" %t %one 64\nstore double %t0 %a\nstore double %t1 %b\n"
		CALL_INT("i", "read_i")
		"%ti = elem \"double *\" %t %i 64\n%x = load double %ti\n%x1 = load double %t1\n"
		SET("0", "%x")
		SET("1", "%x1")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " index\n"
		"signal:b -> " F1 " data\n" FED);
}

static void test_index_into_constants(void **state)
{
	(void)state;
	expect("global weights internal \"double[2]\" init=init_weights defined const\n"
		"function init_weights internal \"void (void)\" init\nb0:\n%w = global weights\ndata %w 128\nreturn\n"
		RUN "b0:\n"
		CALL_INT("i", "read_i")
		"%w = global weights\n%wi = elem \"double *\" %w %i 64\n%x = load double %wi\n"
		SET("0", "%x")
		CALL("a", "read_a", "")
		"%y = mul double %x %a\n"
		SET("1", "%y")
		END, "signal:i -> " F0 " index\nsignal:i -> " F1 " index\nsignal:a -> " F1 " data\n" FED);
}

static void test_switch(void **state)
{
	(void)state;
	expect(CHOICE
		A_AND_B
		CALL("c", "read_c", "")
		CALL_INT("i", "read_i")
		"switch %i other 0:zero 1..3:few\nzero:\n"
		PUT("local", "x", "double", "%a")
		"jump join\nfew:\n"
		PUT("local", "x", "double", "%b")
		"jump join\nother:\n"
		PUT("local", "x", "double", "%c")
		"jump join\njoin:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%c")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:c -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:c -> " F1 " data\n" FED);
}

static void test_switch_on_a_constant(void **state)
{
	(void)state;
	expect(CHOICE
		A_AND_B
		"%two = int int 2\nswitch %two other 0:zero 1..3:few\nzero:\n"
		PUT("local", "x", "double", "%a")
		"jump join\nfew:\n"
		PUT("local", "x", "double", "%b")
		"jump join\nother:\n"
		PUT("local", "x", "double", "%a")
		"jump join\njoin:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%a")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

/* Which value a callee returns is decided by its early return; the values that both calls return stay apart. */
static void test_early_return(void **state)
{
	(void)state;
	expect("function limit internal \"double (double)\"\n param x double\nb0:\n"
		CALL_INT("i", "read_i")
		GET("x", "local", "x", "double")
		"branch %i then else\nthen:\nreturn %x\nelse:\n%zero = float double 0\nreturn %zero\n"
		RUN "b0:\n"
		A_AND_B
		CALL("x", "limit", "%a")
		SET("0", "%x")
		CALL("y", "limit", "%b")
		SET("1", "%y")
		END, "signal:a -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:b -> " F1 " data\nsignal:i -> " F1 " control\n" FED);
}

/* An early return before the model only decides whether it runs. */
static void test_early_return_before_the_model(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		CALL_INT("i", "read_i")
		"branch %i out work\nout:\nreturn\nwork:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%b")
		END, "signal:a -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_choice),
		cmocka_unit_test(test_choice_of_constants),
		cmocka_unit_test(test_constant_condition),
		cmocka_unit_test(test_guard),
		cmocka_unit_test(test_guard_in_a_loop),
		cmocka_unit_test(test_index),
		cmocka_unit_test(test_index_into_constants),
		cmocka_unit_test(test_switch),
		cmocka_unit_test(test_switch_on_a_constant),
		cmocka_unit_test(test_early_return),
		cmocka_unit_test(test_early_return_before_the_model),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
