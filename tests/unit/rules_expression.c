/* Expressions as text: the first difference of two, and what is left without constants around it. */
#include "rules/expression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct { const char *a, *b, *in_a, *in_b; } differences[] = {
	{ "(a + b)", "(a + c)", "b", "c" },
	{ "(a / (b + 1))", "(a / b)", "(b + 1)", "b" },
	{ "(a * 2)", "(a * 20)", "2", "20" },
	{ "(a.x + 1)", "(a.y + 1)", "a.x", "a.y" },
	{ "f(a, b)", "f(a, (b + 1))", "b", "(b + 1)" },
	{ "exp(a)", "log(a)", "exp(a)", "log(a)" },
	{ "{a, b by (3 < i)}", "{a, c by (3 < i)}", "b", "c" },
	{ "a", "(a + 1)", "a", "(a + 1)" },
	{ "(a - b)", "(a + b)", "(a - b)", "(a + b)" },
	{ "f((a - b), 1)", "f((a + b), 1)", "(a - b)", "(a + b)" },
	{ "f(((a * c) - b), 1)", "f(((a * c) + b), 1)", "((a * c) - b)", "((a * c) + b)" },
};

static void test_differ(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof differences / sizeof *differences; i++) {
		Text a = {0}, b = {0};
		expression_differ(differences[i].a, differences[i].b, &a, &b);
		assert_string_equal(text_data(&a), differences[i].in_a);
		assert_string_equal(text_data(&b), differences[i].in_b);
		text_release(&a);
		text_release(&b);
	}
}

static const struct { const char *expression, *core; } cores[] = {
	{ "a", "a" }, { "(a * 2)", "a" }, { "((a - 3) / 2)", "a" }, { "(1 - a)", "a" }, { "(1 / a)", "(1 / a)" },
	{ "(a * b)", "(a * b)" }, { "(exp((a + b)) * -0.5)", "exp((a + b))" }, { "((a + b) + 1)", "(a + b)" },
	{ "(a % 3)", "(a % 3)" }, { "(a + 1e-05)", "a" },
};

static void test_core(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cores / sizeof *cores; i++)
		assert_string_equal(str_text(expression_core(str_intern(cores[i].expression))), cores[i].core);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_differ), cmocka_unit_test(test_core) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
