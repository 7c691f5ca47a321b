/* Command lines: quoting, response files, and what is left of gcc's options. */
#include "plan/flags.h"
#include "plan/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <unistd.h>

static Str joined(const StrList *list)
{
	Text text = {0};

	for (uint32_t i = 0; i < list->len; i++)
		text_printf(&text, "%s%s", i ? "|" : "", str_text(list->items[i]));
	Str result = str_intern(text_data(&text));
	text_release(&text);
	return result;
}

static void test_split(void **state)
{
	static const struct { const char *text, *words; bool closed; } cases[] = {
		{ "", "", true },
		{ "  gcc   -c\ta.c\n", "gcc|-c|a.c", true },
		{ "gcc '-DX=\"a b\"'", "gcc|-DX=\"a b\"", true },
		{ "gcc -DX=\\\"v1\\\" -DY=\\ z", "gcc|-DX=\"v1\"|-DY= z", true },
		{ "gcc \"-DX=\\\"v\\\"\" \"a\\b\" \"$x\"", "gcc|-DX=\"v\"|a\\b|$x", true },
		{ "a''b \"\" ''", "ab||", true },
		{ "'a\\b'", "a\\b", true },
		{ "a\\\nb", "ab", true },
		{ "a 'b c", "a|b c", false },
		{ "a \"b", "a|b", false },
		{ "trailing\\", "trailing\\", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		StrList words = {0};
		assert_int_equal(shell_split(cases[i].text, &words), cases[i].closed);
		assert_string_equal(str_text(joined(&words)), cases[i].words);
		vec_release(&words);
	}
}

static void test_quote(void **state)
{
	static const char *const words[] = { "plain-1.c", "", "a b", "it's", "$x`y`\"z\"\\", "*", "#a" };

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		StrList back = {0};
		assert_true(shell_split(str_text(shell_quote(words[i])), &back));
		assert_int_equal(back.len, 1);
		assert_string_equal(str_text(back.items[0]), words[i]);
		vec_release(&back);
	}
	assert_string_equal(str_text(shell_quote("plain-1.c")), "plain-1.c");
}

static void test_filter(void **state)
{
	static const struct { const char *command, *source, *left; Language language; } cases[] = {
		{ "gcc -c -o a.o a.c", "a.c", "", LANGUAGE_C },
		{ "gcc -Iinc -I inc2 -DA -D B=1 -UC -include c.h -isystem s a.c", "a.c",
			"-Iinc|-I|inc2|-DA|-D|B=1|-UC|-include|c.h|-isystem|s",
			LANGUAGE_C },
		{ "cc -MD -MMD -MP -MF a.d -MT a.o -MQ a.o -Wp,-MMD,x.d a.c", "a.c", "", LANGUAGE_C },
		{ "cc -Wp,-DA=1,-MD,x.d -Wall -Werror -Wextra -pedantic-errors a.c", "a.c", "-DA=1", LANGUAGE_C },
		{ "gcc -save-temps=obj -E -S -v -### -g3 -pipe a.c", "a.c", "", LANGUAGE_C },
		{ "gcc -fopenmp -fprofile-use=x -fdiagnostics-format=json -flto -fsanitize=address a.c", "a.c", "", LANGUAGE_C },
		{ "gcc -std=gnu99 -O2 -fno-builtin -fshort-enums -funsigned-char a.c", "a.c",
			"-std=gnu99|-O2|-fno-builtin|-fshort-enums|-funsigned-char", LANGUAGE_C },
		{ "gcc -Xlinker -x -lm -L lib -Wl,-rpath,x a.c", "a.c", "", LANGUAGE_C },
		{ "ccache gcc -DA a.c", "a.c", "-DA", LANGUAGE_C },
		{ "env CC=x A=b gcc -DA a.c", "a.c", "-DA", LANGUAGE_C },
		{ "/bin/bash ../libtool --silent --tag=CC --mode=compile gcc -DA -c a.c", "a.c", "-DA", LANGUAGE_C },
		{ "arm-none-eabi-gcc-12 -mcpu=cortex-m4 a.c", "a.c", "--target=arm-none-eabi|-mcpu=cortex-m4", LANGUAGE_C },
		{ "afl-gcc -DA a.c", "a.c", "-DA", LANGUAGE_C },
		{ "gcc -mtune=native -mavx2 a.c", "a.c", "-mavx2", LANGUAGE_C },
		{ "g++ a.c", "a.c", "", LANGUAGE_CXX },
		{ "gcc a.cpp", "a.cpp", "", LANGUAGE_CXX },
		{ "gcc -x c a.txt", "a.txt", "", LANGUAGE_C },
		{ "gcc -xc++ a.c", "a.c", "", LANGUAGE_CXX },
		{ "gcc -c a.S", "a.S", "", LANGUAGE_ASSEMBLER },
		{ "gcc -c a.f90", "a.f90", "", LANGUAGE_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		StrList words = {0};
		Flags flags = {0};
		assert_true(shell_split(cases[i].command, &words));
		flags_filter(&words, str_intern(cases[i].source), &flags);
		StrList left = {0};
		for (uint32_t j = 0; j < flags.arguments.len; j++)
			if (!strstr(str_text(flags.arguments.items[j]), "/include") && !(j + 1 < flags.arguments.len
				&& strstr(str_text(flags.arguments.items[j + 1]), "/include")))
				vec_push(&left, flags.arguments.items[j]);
		assert_string_equal(str_text(joined(&left)), cases[i].left);
		assert_int_equal(flags.language, cases[i].language);
		vec_release(&left);
		vec_release(&words);
		vec_release(&flags.arguments);
	}
}

static void test_source(void **state)
{
	static const struct { const char *command, *source; } cases[] = {
		{ "gcc -o x.c -I inc.c -c src/a.c", "src/a.c" },
		{ "ccache gcc a.c -DB", "a.c" },
		{ "gcc -v", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		StrList words = {0};
		assert_true(shell_split(cases[i].command, &words));
		assert_string_equal(str_text(flags_source(&words)), cases[i].source);
		vec_release(&words);
	}
}

static void write_text(Str path, const char *text)
{
	assert_true(file_write(str_text(path), text, strlen(text)));
}

static void test_response(void **state)
{
	char folder[] = "/tmp/featdep-XXXXXX";
	StrList words = {0};
	Diags diags = {0};

	(void)state;
	assert_non_null(mkdtemp(folder));
	Str one = path_join(folder, "one.rsp"), two = path_join(folder, "two.rsp");
	write_text(one, "-DA=\"b c\"\n@two.rsp -DZ");
	write_text(two, "'-DB=1 2'");
	shell_split("gcc @one.rsp @gone.rsp a.c", &words);
	flags_expand(&words, str_intern(folder), (Str){0}, &diags);
	assert_string_equal(str_text(joined(&words)), "gcc|-DA=b c|-DB=1 2|-DZ|a.c");
	assert_int_equal(diags.warnings, 1);
	assert_non_null(strstr(str_text(diags.items.items[0].message), "gone.rsp"));

	write_text(two, "@one.rsp"); /* includes itself */
	vec_clear(&words);
	shell_split("gcc @one.rsp", &words);
	flags_expand(&words, str_intern(folder), (Str){0}, &diags);
	assert_int_equal(diags.warnings, 2);
	vec_release(&words);
	diags_release(&diags);
	unlink(str_text(one));
	unlink(str_text(two));
	rmdir(folder);
}

static void test_folders(void **state)
{
	static const struct { const char *words; const char *expected; } cases[] = {
		{ "", "" }, { "-Ia -I b -iquote c -isystem/d -idirafter ../e -DX", "/w/a /w/b /w/c /d /e" }, { "-I", "" },
		{ "-Ia --sysroot=/x", "unknown" }, { "-isysroot /x", "unknown" }, { "-I=inc", "unknown" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		StrList words = {0}, folders = {0};
		Text text = {0};
		shell_split(cases[i].words, &words);
		if (!flags_folders(&words, str_intern("/w"), &folders))
			text_put(&text, "unknown");
		else
			for (uint32_t k = 0; k < folders.len; k++)
				text_printf(&text, "%s%s", k ? " " : "", str_text(folders.items[k]));
		assert_string_equal(text_data(&text), cases[i].expected);
		text_release(&text);
		vec_release(&words);
		vec_release(&folders);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_split), cmocka_unit_test(test_quote), cmocka_unit_test(test_filter),
		cmocka_unit_test(test_source), cmocka_unit_test(test_folders), cmocka_unit_test(test_response),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
