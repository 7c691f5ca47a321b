/* What is overwritten does not arrive: locals, fields, elements, whole arrays, in callees and on all branches. */
#include "solve_text.h"

#define A_AND_B CALL("a", "read_a", "") "%fnb = func read_b\n%b = call double %fnb ()\n"

static void test_local_overwritten(void **state)
{
	(void)state;
	expect(RUN " local x double\nb0:\n"
		A_AND_B
		PUT("local", "x", "double", "%a")
		PUT("local", "x", "double", "%b")
		GET("x", "local", "x", "double")
		SET("0", "%x")
		SET("1", "%b")
		END, "signal:b -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

static void test_element_overwritten(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		SET("0", "%b")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_field_overwritten(void **state)
{
	(void)state;
	expect(RUN " local s pair\nb0:\n"
		A_AND_B
		"%s = local s\n%sx = field \"double *\" %s pair x\n%sy = field \"double *\" %s pair y\n"
		"store double %sx %a\nstore double %sy %a\nstore double %sx %b\n%x = load double %sx\n%y = load double %sy\n"
		SET("0", "%x")
		SET("1", "%y")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_zero(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		"%f = local f\nzero %f 128\n"
		ELEMENT("x0", "0")
		"%was = load double %x0\n%sum = add double %was %b\n"
		SET("0", "%sum")
		SET("1", "%b")
		END, "signal:b -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

static void test_data(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		"%f = local f\ndata %f 64\n"
		ELEMENT("x0", "0")
		"%was = load double %x0\n%sum = add double %was %b\n"
		SET("0", "%sum")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

/* for (i = 0; i < LIMIT; i++) f[i] = VALUE; in blocks head, body and done. */
#define FILL_LOOP(limit, value) \
	"%i0 = local i\n%start = int int 0\nstore int %i0 %start\njump head\n" \
	"head:\n%i1 = local i\n%at = load int %i1\n%limit = int int " limit "\n%more = lt int %at %limit\n" \
	"branch %more body done\n" \
	"body:\n%to = local f\n%i2 = local i\n%index = load int %i2\n%to_at = elem \"double *\" %to %index 64\n" \
	"store double %to_at " value "\n%i3 = local i\n%now = load int %i3\n%one = int int 1\n%next = add int %now %one\n" \
	"store int %i3 %next\njump head\n" \
	"done:\n"

static void test_loop_over_all_elements(void **state)
{
	(void)state;
	expect(RUN " local i int\nb0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		FILL_LOOP("2", "%b")
		END, "signal:b -> " F0 " data\nsignal:b -> " F1 " data\n" FED);
}

static void test_loop_over_some_elements(void **state)
{
	(void)state;
	expect(RUN " local i int\nb0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		FILL_LOOP("1", "%b")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_callee_overwrites(void **state)
{
	(void)state;
	expect("function reset internal \"void (double *)\"\n param to \"double *\"\nb0:\n"
		GET("p", "local", "to", "\"double *\"")
		"%zero = float double 0\nstore double %p %zero\nreturn\n"
		RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%b")
		ELEMENT("x0", "0")
		CALL_VOID("reset", "%x0")
		END, "signal:b -> " F1 " data\n" FED);
}

/* A callee that writes only sometimes leaves what was there. */
static void test_callee_overwrites_sometimes(void **state)
{
	(void)state;
	expect("function reset internal \"void (double *)\"\n param to \"double *\"\nb0:\n"
		CALL_INT("i", "read_i")
		"branch %i then done\nthen:\n"
		GET("p", "local", "to", "\"double *\"")
		"%zero = float double 0\nstore double %p %zero\njump done\ndone:\nreturn\n"
		RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%b")
		ELEMENT("x0", "0")
		CALL_VOID("reset", "%x0")
		END, "signal:a -> " F0 " data\nsignal:i -> " F0 " control\nsignal:b -> " F1 " data\n" FED);
}

static void test_overwritten_on_both_branches(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		CALL_INT("i", "read_i")
		"branch %i then else\nthen:\n"
		SET("1", "%b")
		"jump done\nelse:\n"
		CALL("c", "read_c", "")
		SET("1", "%c")
		"jump done\ndone:\n"
		END, "signal:a -> " F0 " data\nsignal:b -> " F1 " data\nsignal:c -> " F1 " data\n"
		"signal:i -> " F1 " control\n" FED);
}

static void test_overwritten_on_one_branch(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		CALL_INT("i", "read_i")
		"branch %i then done\nthen:\n"
		SET("1", "%b")
		"jump done\ndone:\n"
		END, "signal:a -> " F0 " data\nsignal:a -> " F1 " data\nsignal:b -> " F1 " data\n"
		"signal:i -> " F1 " control\n" FED);
}

/* An element that is not known for certain keeps what it had. */
static void test_unknown_element(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		A_AND_B
		SET("0", "%a")
		SET("1", "%a")
		CALL_INT("i", "read_i")
		"%f = local f\n%e = elem \"double *\" %f %i 64\nstore double %e %b\n"
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " index\n"
		"signal:a -> " F1 " data\nsignal:b -> " F1 " data\nsignal:i -> " F1 " index\n" FED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_local_overwritten),
		cmocka_unit_test(test_element_overwritten),
		cmocka_unit_test(test_field_overwritten),
		cmocka_unit_test(test_zero),
		cmocka_unit_test(test_data),
		cmocka_unit_test(test_loop_over_all_elements),
		cmocka_unit_test(test_loop_over_some_elements),
		cmocka_unit_test(test_callee_overwrites),
		cmocka_unit_test(test_callee_overwrites_sometimes),
		cmocka_unit_test(test_overwritten_on_both_branches),
		cmocka_unit_test(test_overwritten_on_one_branch),
		cmocka_unit_test(test_unknown_element),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
