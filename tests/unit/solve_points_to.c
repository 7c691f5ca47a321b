/* What pointers point to: out-parameters, pointers to pointers, choices, heap, fields, copies, arrays of records. */
#include "solve_text.h"

#define A_B "signal:a -> " F0 " data\nsignal:b -> " F1 " data\n" FED
#define PAIRS RUN " local s pair\n local t pair\nb0:\n"
#define XY RUN " local x double\n local y double\n local q \"double *\"\n local qq \"double **\"\nb0:\n"
#define X_IS_A_Y_IS_B \
	CALL("a", "read_a", "") PUT("local", "x", "double", "%a") \
	"%fnb = func read_b\n%b = call double %fnb ()\n%px = local x\n%py = local y\nstore double %py %b\n"
#define MEMBER(result, variable, member) \
	"%at" LINE " = local " variable "\n%" result " = field \"double *\" %at" LINE " pair " member "\n"

static void test_out_parameter(void **state)
{
	(void)state;
	expect("function fill internal \"void (double *)\"\n param to \"double *\"\nb0:\n"
		CALL("a", "read_a", "")
		GET("p", "local", "to", "\"double *\"")
		"store double %p %a\nreturn\n"
		RUN "b0:\n"
		ELEMENT("x0", "0")
		CALL_VOID("fill", "%x0")
		CALL("b", "read_b", "")
		SET("1", "%b")
		END, A_B);
}

static void test_out_parameters_of_one_call(void **state)
{
	(void)state;
	expect("type function \"void (double *, double *)\" -1 void\n"
		"type pointer \"void (*)(double *, double *)\" 64 \"void (double *, double *)\"\n"
		"function fill internal \"void (double *, double *)\"\n param one \"double *\"\n param two \"double *\"\nb0:\n"
		CALL("a", "read_a", "")
		CALL("b", "read_b", "")
		GET("p", "local", "one", "\"double *\"")
		GET("q", "local", "two", "\"double *\"")
		"store double %p %a\nstore double %q %b\nreturn\n"
		RUN "b0:\n"
		ELEMENT("x0", "0")
		ELEMENT("x1", "1")
		CALL_VOID("fill", "%x0 %x1")
		END, A_B);
}

static void test_pointer_to_pointer(void **state)
{
	(void)state;
	expect(XY
		X_IS_A_Y_IS_B
		PUT("local", "q", "\"double *\"", "%px")
		"%pq = local q\n"
		PUT("local", "qq", "\"double **\"", "%pq")
		GET("to", "local", "qq", "\"double **\"")
		"store \"double *\" %to %py\n"
		GET("now", "local", "q", "\"double *\"")
		"%y = load double %now\n"
		SET("0", "%y")
		GET("x", "local", "x", "double")
		SET("1", "%x")
		END, "signal:b -> " F0 " data\nsignal:a -> " F1 " data\n" FED);
}

static void test_pointer_set_by_callee(void **state)
{
	(void)state;
	expect("global cell internal double\n"
		"function point internal \"void (double **)\"\n param to \"double **\"\nb0:\n"
		GET("p", "local", "to", "\"double **\"")
		"%cell = global cell\nstore \"double *\" %p %cell\nreturn\n"
		XY
		X_IS_A_Y_IS_B
		PUT("global", "cell", "double", "%b")
		PUT("local", "q", "\"double *\"", "%px")
		"%pq = local q\n"
		CALL_VOID("point", "%pq")
		GET("now", "local", "q", "\"double *\"")
		"%v = load double %now\n"
		SET("1", "%v")
		SET("0", "%a")
		END, A_B);
}

#define CHOOSE \
	"%fni = func read_i\n%i = call int %fni ()\nbranch %i then else\n" \
	"then:\n%q1 = local q\nstore \"double *\" %q1 %px\njump join\n" \
	"else:\n%q2 = local q\nstore \"double *\" %q2 %py\njump join\n" \
	"join:\n%q3 = local q\n%chosen = load \"double *\" %q3\n"

static void test_conditional_pointer_read(void **state)
{
	(void)state;
	expect(XY
		X_IS_A_Y_IS_B
		CHOOSE
		"%v = load double %chosen\n"
		SET("0", "%v")
		CALL("c", "read_c", "")
		SET("1", "%c")
		END, "signal:a -> " F0 " data\nsignal:b -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:c -> " F1 " data\n" FED);
}

static void test_conditional_pointer_written(void **state)
{
	(void)state;
	expect(XY
		X_IS_A_Y_IS_B
		CHOOSE
		CALL("c", "read_c", "")
		"store double %chosen %c\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		GET("y", "local", "y", "double")
		SET("1", "%y")
		END, "signal:a -> " F0 " data\nsignal:c -> " F0 " data\nsignal:i -> " F0 " control\n"
		"signal:b -> " F1 " data\nsignal:c -> " F1 " data\nsignal:i -> " F1 " control\n" FED);
}

#define ALLOCATE(result) \
	"%al" LINE " = func __featdep_alloc\n%sz" LINE " = int int 8\n" \
	"%" result " = call \"double *\" %al" LINE " (%sz" LINE ")\n"

static void test_heap_by_allocation_site(void **state)
{
	(void)state;
	expect(RUN "b0:\n"
		ALLOCATE("p")
		ALLOCATE("q")
		CALL("a", "read_a", "")
		CALL("b", "read_b", "")
		"store double %p %a\nstore double %q %b\n%x = load double %p\n%y = load double %q\n"
		SET("0", "%x")
		SET("1", "%y")
		END, A_B);
}

static void test_heap_by_call_site(void **state)
{
	(void)state;
	expect("function make internal \"double *(int)\"\n param n int\nb0:\n"
		ALLOCATE("p")
		"return %p\n"
		RUN "b0:\n%make = func make\n%n = int int 1\n"
		"%p = call \"double *\" %make (%n)\n%q = call \"double *\" %make (%n)\n"
		CALL("a", "read_a", "")
		CALL("b", "read_b", "")
		"store double %p %a\nstore double %q %b\n%x = load double %p\n%y = load double %q\n"
		SET("0", "%x")
		SET("1", "%y")
		END, A_B);
}

#define PAIR_IS_A_B \
	CALL("a", "read_a", "") MEMBER("sx", "s", "x") "store double %sx %a\n" \
	"%fnb = func read_b\n%b = call double %fnb ()\n%sp = local s\n" \
	"%sy = field \"double *\" %sp pair y\nstore double %sy %b\n"

static void test_fields_apart(void **state)
{
	(void)state;
	expect(PAIRS
		PAIR_IS_A_B
		"%x = load double %sx\n%y = load double %sy\n"
		SET("0", "%x")
		SET("1", "%y")
		END, A_B);
}

static void test_struct_copy(void **state)
{
	(void)state;
	expect(PAIRS
		PAIR_IS_A_B
		"%tp = local t\ncopy %tp %sp 128\n"
		CALL("c", "read_c", "")
		"store double %sx %c\n"
		MEMBER("tx", "t", "x")
		"%was = load double %tx\n%is = load double %sx\n"
		SET("0", "%was")
		SET("1", "%is")
		END, "signal:a -> " F0 " data\nsignal:c -> " F1 " data\n" FED);
}

static void test_partial_copy(void **state)
{
	(void)state;
	expect(PAIRS
		PAIR_IS_A_B
		CALL("c", "read_c", "")
		MEMBER("tx", "t", "x")
		MEMBER("ty", "t", "y")
		"%tp = local t\nstore double %tx %c\nstore double %ty %c\ncopy %tp %sp 64\n"
		"%x = load double %tx\n%y = load double %ty\n"
		SET("0", "%x")
		SET("1", "%y")
		END, "signal:a -> " F0 " data\nsignal:c -> " F1 " data\n" FED);
}

static void test_unknown_index_keeps_fields_apart(void **state)
{
	(void)state;
	expect(RUN " local r \"pair[4]\"\nb0:\n"
		CALL_INT("any", "read_i")
		"%three = int int 3\n%i = and int %any %three\n"
		CALL("a", "read_a", "")
		CALL("b", "read_b", "")
		"%r = local r\n%zero = int int 0\n%ri = elem \"pair *\" %r %i 128\n%r0 = elem \"pair *\" %r %zero 128\n"
		"%xi = field \"double *\" %ri pair x\n%yi = field \"double *\" %ri pair y\n"
		"%x0 = field \"double *\" %r0 pair x\n%y0 = field \"double *\" %r0 pair y\n"
		"zero %r 512\nstore double %xi %a\nstore double %yi %b\n%x = load double %x0\n%y = load double %y0\n"
		SET("0", "%x")
		SET("1", "%y")
		END, "signal:i -> " F0 " index\nsignal:i -> " F1 " index\n" A_B);
}

static void test_pointer_in_global(void **state)
{
	(void)state;
	expect("global cursor internal \"double *\"\n" RUN "b0:\n"
		ELEMENT("x1", "1")
		PUT("global", "cursor", "\"double *\"", "%x1")
		CALL("a", "read_a", "")
		SET("0", "%a")
		CALL("b", "read_b", "")
		GET("p", "global", "cursor", "\"double *\"")
		"store double %p %b\n"
		END, A_B);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_out_parameter),
		cmocka_unit_test(test_out_parameters_of_one_call),
		cmocka_unit_test(test_pointer_to_pointer),
		cmocka_unit_test(test_pointer_set_by_callee),
		cmocka_unit_test(test_conditional_pointer_read),
		cmocka_unit_test(test_conditional_pointer_written),
		cmocka_unit_test(test_heap_by_allocation_site),
		cmocka_unit_test(test_heap_by_call_site),
		cmocka_unit_test(test_fields_apart),
		cmocka_unit_test(test_struct_copy),
		cmocka_unit_test(test_partial_copy),
		cmocka_unit_test(test_unknown_index_keeps_fields_apart),
		cmocka_unit_test(test_pointer_in_global),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
