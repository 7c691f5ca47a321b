#include "render/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

typedef void Put(Text *out, const char *text);

static void check(Put *put, const char *text, const char *expected)
{
	Text out = {0};

	put(&out, text);
	assert_string_equal(text_data(&out), expected);
	text_release(&out);
}

static void cut_to_9(Text *out, const char *text)
{
	label_cut(out, text, 9);
}

static void cuts_the_middle(void **state)
{
	(void)state;
	check(cut_to_9, "", "");
	check(cut_to_9, "ninechars", "ninechars");
	check(cut_to_9, "ten_chars_", "ten_ch…s_");
	check(cut_to_9, "a\nb\tc\x7f", "a b c ");
	check(cut_to_9, "äöüßäöüßä", "äöüßäöüßä");
	check(cut_to_9, "äöüßäöüßäö", "äöüßäö…äö");
	check(cut_to_9, "\xff\xfe\x80\x80", "\xff\xfe\x80\x80");
}

static void cut_end(Text *out, const char *text)
{
	label_cut_end(out, text, 9);
}

static void cut_name(Text *out, const char *text)
{
	label_cut_name(out, text, 14);
}

static void cuts_ends_and_names(void **state)
{
	(void)state;
	check(cut_end, "", "");
	check(cut_end, "ninechars", "ninechars");
	check(cut_end, "äöüßäöüßäö", "äöüßäöüß…");
	check(cut_name, "record.member", "record.member");
	check(cut_name, "LongRecord.member", "LongRe….member");
	check(cut_name, "Rec.a_very_long_member", "Rec.a_ver…mber");
	check(cut_name, "no_member_at_all", "no_member…_all");
}

static void quotes_for_dot(void **state)
{
	(void)state;
	check(label_quote, "", "\"\"");
	check(label_quote, "a\"b", "\"a&quot;b\"");
	check(label_quote, "<&>", "\"&lt;&amp;&gt;\"");
	check(label_quote, "back\\slash\\", "\"back\\\\slash\\\\\"");
	check(label_quote, "two\nlines", "\"two\\nlines\"");
	check(label_id, "store:kv[\"a\\\"]", "\"store:kv[\\\"a\\\\\\\"]\"");
	check(label_id, "a<b>&", "\"a<b>&\"");
	check(label_id, "\xff", "\"\xef\xbf\xbd\"");
}

static void keeps_terminals_safe(void **state)
{
	(void)state;
	check(label_plain, "a\tb", "a\tb");
	check(label_plain, "\033[31mred\r\n", "?[31mred? ");
	check(label_plain, "bad \xff\xfe byte", "bad \xef\xbf\xbd\xef\xbf\xbd byte");
	check(label_plain, "\xc3", "\xef\xbf\xbd");
	check(label_plain, "\xc2\x9b" "31m", "\xef\xbf\xbd" "31m");
	check(label_plain, "\xed\xa0\x80", "\xef\xbf\xbd");
	check(label_plain, "\xf4\x90\x80\x80", "\xef\xbf\xbd");
	check(label_plain, "ä€😀", "ä€😀");
}

static void shows_sites(void **state)
{
	static const struct { const char *file; uint32_t line, max; const char *expected; } cases[] = {
		{ "", 3, 0, "" },
		{ "a.c", 0, 0, "a.c" },
		{ "a.c", 12, 0, "a.c:12" },
		{ "some/long/path/file.c", 12, 12, "…/file.c:12" },
		{ "averylongfilename.c", 1, 10, "…ilename.c:1" },
		{ "short/a.c", 1, 10, "short/a.c:1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Site site = { str_intern(cases[i].file), cases[i].line, 1, { 0 } };
		Text out = {0};
		label_site(&out, &site, cases[i].max);
		assert_string_equal(text_data(&out), cases[i].expected);
		text_release(&out);
	}
}

static void counts(void **state)
{
	Text out = {0};

	(void)state;
	label_count(&out, 1, "node");
	label_count(&out, 0, " node");
	label_count(&out, 12, " node");
	assert_string_equal(text_data(&out), "1 node0  nodes12  nodes");
	text_release(&out);
	assert_int_equal(label_width("aä€😀"), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_the_middle),
		cmocka_unit_test(cuts_ends_and_names),
		cmocka_unit_test(quotes_for_dot),
		cmocka_unit_test(keeps_terminals_safe),
		cmocka_unit_test(shows_sites),
		cmocka_unit_test(counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
