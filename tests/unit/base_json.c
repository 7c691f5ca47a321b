#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static Json read_good(const char *text)
{
	Json json = {0};
	JsonError error = {0};

	if (!json_read(text, strlen(text), &json, &error))
		fail_msg("%s: line %u column %u: %s", text, error.line, error.column, error.problem);
	return json;
}

static void assert_text(const Json *json, JsonId value, const char *expected)
{
	size_t length;
	const char *text;

	assert_int_equal(json_kind(json, value), JSON_STRING);
	text = json_string(json, value, &length);
	assert_int_equal(length, strlen(expected));
	assert_memory_equal(text, expected, length);
}

static void reads_strings(void **state)
{
	static const struct { const char *text, *expected; } cases[] = {
		{ "\"\"", "" }, { "\"a b\"", "a b" }, { " \"x\" \n", "x" }, { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
		{ "\"a\\u0041z\"", "aAz" }, { "\"\\u00e9\\u20ac\"", "\xc3\xa9\xe2\x82\xac" },
		{ "\"\\ud83d\\ude00!\"", "\xf0\x9f\x98\x80!" }, { "\"\xc3\xa9\"", "\xc3\xa9" }, { "\"\x7f\"", "\x7f" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Json json = read_good(cases[i].text);
		assert_text(&json, 0, cases[i].expected);
		json_release(&json);
	}
}

static void reads_numbers(void **state)
{
	static const struct { const char *text; int64_t expected; } cases[] = {
		{ "0", 0 }, { "-0", 0 }, { "7", 7 }, { "-12", -12 }, { "9223372036854775807", INT64_MAX },
		{ "-9223372036854775807", -INT64_MAX }, { "-9223372036854775808", INT64_MIN },
	};
	static const char *const reals[] = { "1.5", "-0.25", "1e9", "2E-3", "1.5e+10", "99999999999999999999.0" };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Json json = read_good(cases[i].text);
		assert_int_equal(json_kind(&json, 0), JSON_INTEGER);
		assert_true(json_integer(&json, 0) == cases[i].expected);
		json_release(&json);
	}
	for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
		Json json = read_good(reals[i]);
		assert_int_equal(json_kind(&json, 0), JSON_REAL);
		json_release(&json);
	}
}

static void walks(void **state)
{
	Json json = read_good("{\"list\": [1, [2, 3], {\"x\": null}, \"\\n\", true, false], \"k\\u0065y\": \"v\", "
		"\"e\": [], \"o\": {}}");
	static const JsonKind kinds[] = { JSON_INTEGER, JSON_LIST, JSON_OBJECT, JSON_STRING, JSON_TRUE, JSON_FALSE };
	JsonId list = json_get(&json, 0, "list");
	uint32_t count = 0;

	(void)state;
	assert_int_equal(json_kind(&json, 0), JSON_OBJECT);
	json_each(&json, list, one)
		assert_int_equal(json_kind(&json, one), kinds[count++]);
	assert_int_equal(count, 6);
	assert_text(&json, json_get(&json, 0, "key"), "v");
	assert_int_equal(json_first(&json, json_get(&json, 0, "e")), JSON_NONE);
	assert_int_equal(json_first(&json, json_get(&json, 0, "o")), JSON_NONE);
	assert_int_equal(json_get(&json, 0, "absent"), JSON_NONE);
	assert_int_equal(json_get(&json, list, "list"), JSON_NONE);
	assert_int_equal(json_kind(&json, JSON_NONE), JSON_ABSENT);
	assert_int_equal(json_first(&json, JSON_NONE), JSON_NONE);
	json_release(&json);
}

static void refuses(void **state)
{
	static const struct { const char *text; uint32_t line, column; } cases[] = {
		{ "", 1, 1 }, { "  \n ", 2, 2 }, { "[1,]", 1, 4 }, { "[1 2]", 1, 4 }, { "[1", 1, 3 }, { "{\"a\":1,}", 1, 8 },
		{ "{\"a\" 1}", 1, 6 }, { "{a:1}", 1, 2 }, { "{\"a\":}", 1, 6 }, { "[]]", 1, 3 }, { "1 2", 1, 3 }, { "01", 1, 3 },
		{ "-", 1, 2 }, { "1.", 1, 3 }, { "1e", 1, 3 }, { ".5", 1, 1 }, { "+1", 1, 1 }, { "9223372036854775808", 1, 20 },
		{ "tru", 1, 1 }, { "nul", 1, 1 }, { "'a'", 1, 1 }, { "\"a", 1, 3 }, { "\"a\nb\"", 1, 3 }, { "\"\\x\"", 1, 3 },
		{ "\"\\u12\"", 1, 6 }, { "\"\\u0000\"", 1, 8 }, { "\"\\ud800\"", 1, 8 }, { "\"\\udc00\"", 1, 8 },
		{ "\"\\ud800\\u0041\"", 1, 14 }, { "\"\xff\"", 1, 2 }, { "\"\xc3\"", 1, 2 }, { "\"\xed\xa0\x80\"", 1, 2 },
		{ "{\"a\": 1,\n \"a\": 2}", 2, 9 }, { "{\"a\": 1, \"\\u0061\": 2}", 1, 22 }, { "/* */ 1", 1, 1 },
		{ "\xef\xbb\xbf[]", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Json json = {0};
		JsonError error = {0};
		if (json_read(cases[i].text, strlen(cases[i].text), &json, &error))
			fail_msg("%s was taken", cases[i].text);
		if (error.line != cases[i].line || error.column != cases[i].column || !error.problem)
			fail_msg("%s: line %u column %u: %s", cases[i].text, error.line, error.column, error.problem);
		assert_null(json.values.items);
	}
}

/* Objects with many keys are told apart as those with few are. */
static void many_keys(void **state)
{
	(void)state;
	for (int twice = 0; twice < 2; twice++) {
		Text text = {0};
		Json json = {0};
		JsonError error;
		for (int i = 0; i < 3000; i++)
			text_printf(&text, "%s\"key%d\": %d", i ? ", " : "{", i, i);
		text_put(&text, twice ? ", \"key17\": 0}" : "}");
		assert_int_equal(json_read(text_data(&text), text.len, &json, &error), !twice);
		if (!twice)
			assert_int_equal(json_integer(&json, json_get(&json, 0, "key2999")), 2999);
		json_release(&json);
		text_release(&text);
	}
}

static void deep(void **state)
{
	static const int depths[] = { JSON_DEPTH, JSON_DEPTH + 1, 100000 };

	(void)state;
	for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
		Text text = {0};
		Json json = {0};
		JsonError error;
		for (int d = 0; d < depths[i]; d++)
			text_char(&text, '[');
		for (int d = 0; d < depths[i]; d++)
			text_char(&text, ']');
		assert_int_equal(json_read(text_data(&text), text.len, &json, &error), depths[i] <= JSON_DEPTH);
		json_release(&json);
		text_release(&text);
	}
}

/* Nothing behind the length given is looked at, wherever the text ends. */
static void ends_anywhere(void **state)
{
	static const char text[] = "{\"a\\u00e9\": [1.5e3, -2, true, null, \"\xc3\xa9\\ud83d\\ude00\"], "
		"\"b\": {\"c\": \"d\"}}";

	(void)state;
	for (size_t length = 0; length < sizeof text - 1; length++) {
		Json json = {0};
		JsonError error;
		char *copy = mem_alloc(length + 1);
		memcpy(copy, text, length);
		assert_false(json_read(copy, length, &json, &error));
		free(copy);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_strings), cmocka_unit_test(reads_numbers), cmocka_unit_test(walks), cmocka_unit_test(refuses),
		cmocka_unit_test(many_keys), cmocka_unit_test(deep), cmocka_unit_test(ends_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
