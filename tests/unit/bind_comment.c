/* Comments that suppress: what they say, and which lines they are about. */
#include "bind/bind.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
	Module program;
	Roles roles;
	Diags diags;
} Trial;

static void read_source(Trial *trial, const char *source)
{
	char folder[] = "/tmp/featdep-comment-XXXXXX";

	assert_non_null(mkdtemp(folder));
	trial->program.root = str_intern(folder);
	vec_push(&trial->program.files, (File){ str_intern("a.c"), false });
	vec_push(&trial->program.files, (File){ str_intern("missing.c"), false });
	Str path = str_format("%s/a.c", folder);
	assert_true(file_write(str_text(path), source, strlen(source)));
	bind_comments(&trial->roles, &trial->program, &trial->diags);
	unlink(str_text(path));
	rmdir(folder);
}

static void release(Trial *trial)
{
	roles_release(&trial->roles);
	vec_release(&trial->program.files);
	diags_release(&trial->diags);
}

static const struct { const char *source, *rule, *reason, *until; unsigned line, last; bool alone; } rows[] = {
	{ "f[0] = 1; /* featdep: ignore unused-feature kept for v3 */\n", "unused-feature", "kept for v3", "", 1, 1, false },
	{ "f[0] = 1; // featdep: ignore unused-feature kept", "unused-feature", "kept", "", 1, 1, false },
	{ "\n\t/* featdep: ignore unused-feature kept */\nf[0] = 1;", "unused-feature", "kept", "", 2, 2, true },
	{ "\t//featdep: ignore unused-feature kept \r\nf[0] = 1;", "unused-feature", "kept", "", 1, 1, true },
	{ "/* featdep: ignore a-rule x */ f[0] = 1;", "a-rule", "x", "", 1, 1, false },
	{ "/* featdep: ignore a-rule a reason\n * of two * 2 lines\n */\nf[0] = 1;", "a-rule", "a reason of two * 2 lines", "",
	  1, 3, true },
	{ "// featdep: ignore a-rule until 2027-03-01 goes with v3", "a-rule", "goes with v3", "2027-03-01", 1, 1, true },
	{ "// featdep: ignore a-rule until the next release", "a-rule", "until the next release", "", 1, 1, true },
};

static void test_what_they_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Trial trial = {0};
		read_source(&trial, rows[i].source);
		assert_int_equal(trial.roles.suppressions.len, 1);
		const Suppression *s = &trial.roles.suppressions.items[0];
		assert_string_equal(str_text(s->rule), rows[i].rule);
		assert_string_equal(str_text(s->reason), rows[i].reason);
		assert_string_equal(str_text(s->until), rows[i].until);
		assert_string_equal(str_text(s->file), "a.c");
		assert_int_equal(s->line, rows[i].line);
		assert_int_equal(s->last, rows[i].last);
		assert_int_equal(s->alone, rows[i].alone);
		assert_true(s->in_source && s->column > 0);
		assert_int_equal(trial.diags.items.len, 0);
		release(&trial);
	}
}

static const struct { const char *source, *message; } wrong[] = {
	{ "/* featdep: ignore unused-feature */", "\"featdep: ignore\" unused-feature has no reason and is not applied: write why "
	  "after the rule" },
	{ "/* featdep: ignore */", "\"featdep: ignore\" names no rule" },
	{ "// featdep: ignore a-rule until 2027-02-30 x", "\"featdep: ignore\" has no date YYYY-MM-DD behind \"until\" and is not "
	  "applied" },
	{ "// featdep: ignore a-rule until 1.3.2027", "\"featdep: ignore\" has no date YYYY-MM-DD behind \"until\" and is not "
	  "applied" },
	{ "const char *s = \"featdep: ignore a-rule x\";", NULL },
	{ "/* write featdep: ignore a-rule x */", NULL },
	{ "// featdep: ignored a-rule x", NULL },
	{ "/* featdep: ignore a-rule x", NULL },
	{ "", NULL },
};

static void test_what_is_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		Trial trial = {0};
		read_source(&trial, wrong[i].source);
		assert_int_equal(trial.roles.suppressions.len, 0);
		assert_int_equal(trial.diags.items.len, wrong[i].message != NULL);
		if (wrong[i].message)
			assert_string_equal(str_text(trial.diags.items.items[0].message), wrong[i].message);
		release(&trial);
	}
}

static void test_several(void **state)
{
	Trial trial = {0};

	(void)state;
	read_source(&trial, "/* featdep: ignore a x */ // featdep: ignore b y\n\n\tx; // featdep: ignore c z\n");
	assert_int_equal(trial.roles.suppressions.len, 3);
	assert_int_equal(trial.roles.suppressions.items[1].line, 1);
	assert_int_equal(trial.roles.suppressions.items[1].column, 27);
	assert_int_equal(trial.roles.suppressions.items[2].line, 3);
	assert_int_equal(trial.roles.suppressions.items[2].column, 5);
	release(&trial);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_they_say), cmocka_unit_test(test_what_is_wrong), cmocka_unit_test(test_several),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
