/* Text buffers, escapes, files, and how diagnostics are printed. */
#include "base/diag.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define FFFD "\xef\xbf\xbd"

static char folder[] = "/tmp/featdep-test-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static const char *in_folder(const char *name)
{
	return str_text(str_format("%s/%s", folder, name));
}

static int remove_folder(void **state)
{
	(void)state;
	return system(str_text(str_format("rm -r '%s'", folder)));
}

static void texts_grow(void **state)
{
	(void)state;
	Text text = {0};

	assert_string_equal(text_data(&text), "");
	text_put(&text, "a");
	text_char(&text, 'b');
	text_put_n(&text, "cde", 2);
	text_put_n(&text, NULL, 0);
	text_printf(&text, "-%d-%s", 5, "x");
	assert_string_equal(text_data(&text), "abcd-5-x");
	for (int i = 0; i < 10000; i++)
		text_printf(&text, "%d,", i);
	assert_int_equal(text.len, 8 + 48890);
	assert_int_equal(strlen(text.data), text.len);
	text_clear(&text);
	assert_string_equal(text_data(&text), "");
	text_put_n(&text, "a\0b", 3);
	assert_int_equal(text.len, 3);
	assert_int_equal(text.data[3], '\0');
	text_release(&text);
	text_clear(&text);
	assert_string_equal(text_data(&text), "");
}

static const struct { const char *input, *json, *html; } escapes[] = {
	{ "", "\"\"", "" },
	{ "plain", "\"plain\"", "plain" },
	{ "a\"b\\c/", "\"a\\\"b\\\\c/\"", "a&quot;b\\c/" },
	{ "<a href='x'>&amp;</a>", "\"<a href='x'>&amp;</a>\"", "&lt;a href=&#39;x&#39;&gt;&amp;amp;&lt;/a&gt;" },
	{ "\n\t\r\x01\x1f\x7f", "\"\\n\\t\\u000d\\u0001\\u001f\\u007f\"", "\n\t" FFFD FFFD FFFD "\x7f" },
	{ "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\"", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80" },
	{ "\x80", "\"" FFFD "\"", FFFD },                                /* continuation without a start */
	{ "\xff\xfe", "\"" FFFD FFFD "\"", FFFD FFFD },                  /* never valid */
	{ "\xc3", "\"" FFFD "\"", FFFD },                                /* cut off at the end */
	{ "\xc3(", "\"" FFFD "(\"", FFFD "(" },                          /* cut off by a letter */
	{ "\xe2\x82", "\"" FFFD FFFD "\"", FFFD FFFD },
	{ "\xc0\xaf", "\"" FFFD FFFD "\"", FFFD FFFD },                  /* overlong / */
	{ "\xe0\x80\xaf", "\"" FFFD FFFD FFFD "\"", FFFD FFFD FFFD },
	{ "\xf0\x80\x80\xaf", "\"" FFFD FFFD FFFD FFFD "\"", FFFD FFFD FFFD FFFD },
	{ "\xed\xa0\x80", "\"" FFFD FFFD FFFD "\"", FFFD FFFD FFFD },    /* a surrogate */
	{ "\xf4\x90\x80\x80", "\"" FFFD FFFD FFFD FFFD "\"", FFFD FFFD FFFD FFFD }, /* beyond U+10FFFF */
	{ "\xf4\x8f\xbf\xbf", "\"\xf4\x8f\xbf\xbf\"", "\xf4\x8f\xbf\xbf" },
	{ "caf\xe9 <b>", "\"caf" FFFD " <b>\"", "caf" FFFD " &lt;b&gt;" }, /* Latin-1 */
};

static void escapes_are_safe(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
		Text json = {0}, html = {0};
		text_json(&json, escapes[i].input);
		text_html(&html, escapes[i].input);
		assert_string_equal(text_data(&json), escapes[i].json);
		assert_string_equal(text_data(&html), escapes[i].html);
		text_release(&json);
		text_release(&html);
	}
}

static uint32_t count_entries(void)
{
	DIR *dir = opendir(folder);
	uint32_t count = 0;

	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void check_contents(const char *path, const char *expected)
{
	Text text = {0};

	assert_true(file_read(path, &text));
	assert_string_equal(text_data(&text), expected);
	text_release(&text);
}

static void files_are_written_and_read(void **state)
{
	(void)state;
	const char *path = in_folder("file");
	Text text = {0};

	assert_true(file_write(path, "one", 3));
	assert_true(file_write(path, "a\0b", 3));
	text_put(&text, "before ");
	assert_true(file_read(path, &text));
	assert_memory_equal(text.data, "before a\0b", 11);
	assert_int_equal(text.len, 10);
	assert_true(file_write(path, NULL, 0));
	check_contents(path, "");
	assert_int_equal(count_entries(), 1);
	unlink(path);
	text_release(&text);
}

static void large_files_are_read_whole(void **state)
{
	(void)state;
	enum { SIZE = 300001 };
	char *data = mem_alloc(SIZE);
	Text text = {0};

	for (size_t i = 0; i < SIZE; i++)
		data[i] = (char)i;
	assert_true(file_write(in_folder("large"), data, SIZE));
	assert_true(file_read(in_folder("large"), &text));
	assert_int_equal(text.len, SIZE);
	assert_memory_equal(text.data, data, SIZE);
	unlink(in_folder("large"));
	text_release(&text);
	free(data);
}

static void reading_what_is_not_there_fails(void **state)
{
	(void)state;
	Text text = {0};

	assert_false(file_read(in_folder("missing"), &text));
	assert_int_equal(errno, ENOENT);
	assert_false(file_read(folder, &text));
	assert_int_equal(errno, EISDIR);
	assert_int_equal(text.len, 0);
	text_release(&text);
}

static void failed_write_leaves_the_old_file(void **state)
{
	(void)state;
	const char *path = in_folder("kept");
	struct rlimit old, small = { 1000, RLIM_INFINITY };
	char data[5000] = {0};

	assert_true(file_write(path, "old", 3));
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	small.rlim_max = old.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool written = file_write(path, data, sizeof data);
	int error = errno;
	setrlimit(RLIMIT_FSIZE, &old);
	signal(SIGXFSZ, SIG_DFL);
	assert_false(written);
	assert_int_equal(error, EFBIG);
	check_contents(path, "old");
	assert_int_equal(count_entries(), 1);
	unlink(path);
}

static void failed_rename_leaves_nothing_behind(void **state)
{
	(void)state;
	assert_true(dir_make(in_folder("dir")));
	assert_false(file_write(in_folder("dir"), "x", 1));
	assert_int_equal(errno, EISDIR);
	assert_false(file_write(in_folder("missing/file"), "x", 1));
	assert_int_equal(errno, ENOENT);
	assert_int_equal(count_entries(), 1);
	rmdir(in_folder("dir"));
}

static void folders_are_made_with_their_parents(void **state)
{
	(void)state;
	struct stat info;

	assert_true(dir_make(in_folder("a/b/c")));
	assert_true(dir_make(in_folder("a/b/c")));
	assert_true(dir_make(in_folder("a//b/d/")));
	assert_true(dir_make("/"));
	assert_int_equal(stat(in_folder("a/b/d"), &info), 0);
	assert_true(S_ISDIR(info.st_mode));
	assert_true(file_write(in_folder("a/file"), "x", 1));
	assert_false(dir_make(in_folder("a/file")));
	assert_int_equal(errno, ENOTDIR);
	assert_false(dir_make(in_folder("a/file/below")));
	assert_int_equal(errno, ENOTDIR);
	assert_false(dir_make(""));
	assert_int_equal(errno, ENOENT);
	assert_false(dir_make("/proc/featdep"));
	assert_int_equal(errno, ENOENT);
}

static const struct {
	const char *file;
	uint32_t line, column;
	const char *printed; /* %s stands for the folder */
} printed_diags[] = {
	{ "", 0, 0, "featdep: error: no models\n" },
	{ "", 3, 4, "featdep: error: no models\n" },
	{ "m.yml", 0, 0, "%s/m.yml: error: no models\n" },
	{ "m.yml", 2, 0, "%s/m.yml:2: error: no models\n" },
	{ "m.yml", 1, 1, "%s/m.yml:1:1: error: no models\n    1 | version: 1\n      | ^\n" },
	{ "m.yml", 1, 10, "%s/m.yml:1:10: error: no models\n    1 | version: 1\n      |          ^\n" },
	{ "m.yml", 2, 3, "%s/m.yml:2:3: error: no models\n    2 | \t\tmodels: x\n      | \t\t^\n" },
	{ "m.yml", 1, 40, "%s/m.yml:1:40: error: no models\n    1 | version: 1\n      |                                        ^\n" },
	{ "m.yml", 3, 1, "%s/m.yml:3:1: error: no models\n    3 | last\n      | ^\n" },
	{ "m.yml", 9, 1, "%s/m.yml:9:1: error: no models\n" },
	{ "none.yml", 1, 1, "%s/none.yml:1:1: error: no models\n" },
};

static void diagnostics_show_the_line(void **state)
{
	(void)state;
	assert_true(file_write(in_folder("m.yml"), "version: 1\r\n\t\tmodels: x\nlast", 28));
	for (size_t i = 0; i < sizeof printed_diags / sizeof *printed_diags; i++) {
		Str file = *printed_diags[i].file ? str_intern(in_folder(printed_diags[i].file)) : (Str){0};
		Diag diag = { DIAG_ERROR, file, printed_diags[i].line, printed_diags[i].column, str_intern("no models") };
		Text out = {0}, expected = {0};
		const char *rest = strstr(printed_diags[i].printed, "%s");
		text_put(&expected, rest ? folder : "");
		text_put(&expected, rest ? rest + 2 : printed_diags[i].printed);
		diag_print(&diag, &out);
		assert_string_equal(text_data(&out), text_data(&expected));
		text_release(&out);
		text_release(&expected);
	}
	unlink(in_folder("m.yml"));
}

static void diagnostics_are_counted(void **state)
{
	(void)state;
	Diags diags = {0};

	diag_add(&diags, DIAG_NOTE, (Str){0}, 0, 0, "a");
	diag_add(&diags, DIAG_WARNING, (Str){0}, 0, 0, "b");
	diag_add(&diags, DIAG_ERROR, str_intern("f"), 1, 2, "%s and %0300d", "c", 1);
	diag_add(&diags, DIAG_ERROR, (Str){0}, 0, 0, "d");
	assert_int_equal(diags.items.len, 4);
	assert_int_equal(diags.errors, 2);
	assert_int_equal(diags.warnings, 1);
	assert_int_equal(str_length(diags.items.items[2].message), 306);
	diags_release(&diags);
	assert_int_equal(diags.errors, 0);
}

static void nearest_names_are_typos(void **state)
{
	(void)state;
	static const char *const names[] = { "signals", "features", "models", "stores", "consumers", "monitors", "of" };
	static const struct { const char *word, *nearest; } words[] = {
		{ "models", "models" }, { "model", "models" }, { "modles", "models" }, { "singals", "signals" }, { "fetures", "features" },
		{ "feature", "features" }, { "xyz", NULL }, { "", NULL }, { "consumersandmonitorsandmore", NULL }, { "off", "of" },
		{ "storage", NULL }, { "store", "stores" }, { "monitor", "monitors" },
		{ "a_word_of_more_than_sixty_four_letters_that_is_longer_than_any_name_is", NULL },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *found = nearest_name(words[i].word, names, sizeof names / sizeof *names);
		if (!words[i].nearest)
			assert_null(found);
		else if (!found || strcmp(found, words[i].nearest))
			fail_msg("%s: %s", words[i].word, found ? found : "nothing");
	}
	assert_null(nearest_name("models", NULL, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_grow),
		cmocka_unit_test(escapes_are_safe),
		cmocka_unit_test(files_are_written_and_read),
		cmocka_unit_test(large_files_are_read_whole),
		cmocka_unit_test(reading_what_is_not_there_fails),
		cmocka_unit_test(failed_write_leaves_the_old_file),
		cmocka_unit_test(failed_rename_leaves_nothing_behind),
		cmocka_unit_test(folders_are_made_with_their_parents),
		cmocka_unit_test(diagnostics_show_the_line),
		cmocka_unit_test(diagnostics_are_counted),
		cmocka_unit_test(nearest_names_are_typos),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
