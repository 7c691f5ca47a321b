/* Calls: contexts stay apart, function pointers are followed, recursion and variadic arguments. */
#include "solve_text.h"

#define A_B "signal:a -> " F0 " data\nsignal:b -> " F1 " data\n" FED
#define A_AND_B CALL("a", "read_a", "") "%fnb = func read_b\n%b = call double %fnb ()\n"

static void test_two_calls_of_one_helper(void **state)
{
	(void)state;
	expect("function twice internal \"double (double)\"\n param x double\nb0:\n"
		GET("x", "local", "x", "double")
		"%sum = add double %x %x\nreturn %sum\n"
		RUN "b0:\n"
		A_AND_B
		CALL("x", "twice", "%a")
		SET("0", "%x")
		CALL("y", "twice", "%b")
		SET("1", "%y")
		END, A_B);
}

static void test_two_calls_that_add_in_place(void **state)
{
	(void)state;
	expect("function add_to internal \"void (double *, double)\"\n param to \"double *\"\n param x double\nb0:\n"
		GET("to", "local", "to", "\"double *\"")
		GET("x", "local", "x", "double")
		"%was = load double %to\n%sum = add double %was %x\nstore double %to %sum\nreturn\n"
		RUN "b0:\n%f = local f\nzero %f 128\n"
		A_AND_B
		ELEMENT("x0", "0")
		CALL_VOID("add_to", "%x0 %a")
		ELEMENT("x1", "1")
		CALL_VOID("add_to", "%x1 %b")
		END, A_B);
}

static void test_function_pointer_in_local(void **state)
{
	(void)state;
	expect(RUN " local read \"double (*)(void)\"\nb0:\n%fa = func read_a\n"
		PUT("local", "read", "\"double (*)(void)\"", "%fa")
		GET("fp", "local", "read", "\"double (*)(void)\"")
		"%a = call double %fp ()\n"
		SET("0", "%a")
		CALL("b", "read_b", "")
		SET("1", "%b")
		END, A_B);
}

#define TABLE \
	"global table internal \"double (*[2])(void)\" init=init_table defined const\n" \
	"function init_table internal \"void (void)\" init\nb0:\n%t = global table\n%zero = int int 0\n" \
	"%t0 = elem \"double (**)(void)\" %t %zero 64\n%fa = func read_a\nstore \"double (*)(void)\" %t0 %fa\n" \
	"%one = int int 1\n%t1 = elem \"double (**)(void)\" %t %one 64\n%fb = func read_b\n" \
	"store \"double (*)(void)\" %t1 %fb\nreturn\n"

static void test_function_table(void **state)
{
	(void)state;
	expect(TABLE RUN "b0:\n%t = global table\n%zero = int int 0\n%one = int int 1\n"
		"%t0 = elem \"double (**)(void)\" %t %zero 64\n%t1 = elem \"double (**)(void)\" %t %one 64\n"
		"%first = load \"double (*)(void)\" %t0\n%second = load \"double (*)(void)\" %t1\n"
		"%a = call double %first ()\n%b = call double %second ()\n"
		SET("0", "%a")
		SET("1", "%b")
		END, A_B);
}

static void test_function_table_with_unknown_index(void **state)
{
	(void)state;
	expect(TABLE RUN "b0:\n"
		CALL_INT("i", "read_i")
		"%t = global table\n%ti = elem \"double (**)(void)\" %t %i 64\n%fp = load \"double (*)(void)\" %ti\n"
		"%x = call double %fp ()\n"
		SET("0", "%x")
		CALL("b", "read_b", "")
		SET("1", "%b")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " index\n"
		"signal:b -> " F1 " data\n" FED);
}

static void test_recursion(void **state)
{
	(void)state;
	expect("function walk internal \"double (double, int)\"\n param x double\n param n int\nb0:\n"
		GET("x", "local", "x", "double")
		GET("n", "local", "n", "int")
		"branch %n more done\nmore:\n"
		CALL("b", "read_b", "")
		"%sum = add double %x %b\n%one = int int 1\n%less = sub int %n %one\n"
		CALL("rest", "walk", "%sum %less")
		"return %rest\ndone:\nreturn %x\n"
		RUN "b0:\n"
		CALL("a", "read_a", "")
		CALL_INT("i", "read_i")
		CALL("x", "walk", "%a %i")
		SET("0", "%x")
		SET("1", "%a")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:a -> " F1 " data\n" FED);
}

static void test_variadic(void **state)
{
	(void)state;
	expect("type other list 192\ntype pointer \"list *\" 64 list\n"
		"function second internal \"double (int)\" variadic\n param n int\n local ap list\nb0:\n"
		"%ap = local ap\nvastart %ap\n%x = vaarg double %ap\n%y = vaarg double %ap\nreturn %y\n"
		RUN "b0:\n"
		A_AND_B
		"%n = int int 2\n"
		CALL("x", "second", "%n %b %a")
		SET("0", "%x")
		CALL("y", "second", "%n %a %b")
		SET("1", "%y")
		END, A_B);
}

/* Nothing is known of what it computes: from its argument, and perhaps from outside. */
static void test_unknown_external(void **state)
{
	(void)state;
	Solved *s = solve_text(DEFAULT_MANIFEST, "function smooth external \"double (double)\"\n param x double\n" RUN "b0:\n"
		CALL("a", "read_a", "")
		CALL("x", "smooth", "%a")
		SET("0", "%x")
		CALL("b", "read_b", "")
		SET("1", "%b")
		END);
	Text edges = {0};

	put_edges(&edges, &s->graph);
	assert_non_null(strstr(text_data(&edges), "signal:a -> " F0 " data"));
	assert_null(strstr(text_data(&edges), "signal:b -> " F0));
	assert_null(strstr(text_data(&edges), "signal:a -> " F1));
	text_release(&edges);
	solved_release(s);
}

/* Assembly is listed as unresolved, not dropped. */
static void test_assembly(void **state)
{
	(void)state;
	Solved *s = solve_text(DEFAULT_MANIFEST, RUN "b0:\n"
		CALL("a", "read_a", "")
		SET("0", "%a")
		SET("1", "%a")
		ELEMENT("x0", "0")
		"asm (%x0) @9:5\n"
		END);

	assert_int_equal(s->graph.coverage.unresolved.len, 1);
	assert_int_equal(s->graph.coverage.unresolved.items[0].site.line, 9);
	solved_release(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_calls_of_one_helper),
		cmocka_unit_test(test_two_calls_that_add_in_place),
		cmocka_unit_test(test_function_pointer_in_local),
		cmocka_unit_test(test_function_table),
		cmocka_unit_test(test_function_table_with_unknown_index),
		cmocka_unit_test(test_recursion),
		cmocka_unit_test(test_variadic),
		cmocka_unit_test(test_unknown_external),
		cmocka_unit_test(test_assembly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
