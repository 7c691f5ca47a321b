/* Compile databases as they really are. */
#include "plan/compile_db.h"
#include "plan/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static char folder[] = "/tmp/featdep-db-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	dir_make(str_text(path_join(folder, "src")));
	dir_make(str_text(path_join(folder, "build")));
	return !file_write(str_text(path_join(folder, "src/a.c")), "int a;\n", 7)
		|| !file_write(str_text(path_join(folder, "src/b.c")), "int b;\n", 7);
}

static int remove_folder(void **state)
{
	(void)state;
	return system(str_text(str_format("rm -r %s", folder)));
}

static bool read_database(const char *text, Plan *plan, Diags *diags)
{
	Str path = path_join(folder, "build/compile_commands.json");

	assert_true(file_write(str_text(path), text, strlen(text)));
	return compile_db_read(path, plan, diags);
}

static void expect_failure(const char *text, const char *message, uint32_t line)
{
	Plan plan = {0};
	Diags diags = {0};

	assert_false(read_database(text, &plan, &diags));
	assert_int_equal(diags.errors, 1);
	assert_int_equal(diags.items.items[diags.items.len - 1].line, line);
	assert_non_null(strstr(str_text(diags.items.items[diags.items.len - 1].message), message));
	plan_release(&plan);
	diags_release(&diags);
}

static void test_unusable(void **state)
{
	(void)state;
	expect_failure("", "not JSON", 1);
	expect_failure("[\n {\"file\": \"a.c\",,}\n]", "not JSON", 2);
	expect_failure("[{\"file\": \"\xff\"}]", "no entry of the compile database can be used", 1);
	expect_failure("{}", "not a list", 1);
	expect_failure("[]", "empty", 1);
	expect_failure("[{\"directory\": \"/\"}, 3]", "no entry", 1);
}

static void test_entry_messages(void **state)
{
	Plan plan = {0};
	Diags diags = {0};

	(void)state;
	assert_true(read_database("[\n"
		" {\"directory\": \"../src\", \"command\": \"cc -c a.c\", \"file\": \"a.c\"},\n"
		" {\"directory\": \"../src\", \"file\": \"b.c\"},\n"
		" {\"command\": \"cc {[\\\"}\"},\n"
		" {\"directory\": \"../src\", \"command\": \"cc 'b.c\", \"file\": \"b.c\"}\n]", &plan, &diags));
	assert_int_equal(plan.units.len, 2);
	assert_int_equal(diags.warnings, 3);
	assert_int_equal(diags.items.items[0].line, 3);
	assert_int_equal(diags.items.items[1].line, 4);
	assert_int_equal(diags.items.items[2].line, 5);
	plan_release(&plan);
	diags_release(&diags);
}

static const PlanUnit *unit_of(const Plan *plan, const char *name, uint32_t nth)
{
	for (uint32_t i = 0; i < plan->units.len; i++)
		if (!strcmp(path_relative(str_text(plan->units.items[i].file), folder), name) && !nth--)
			return &plan->units.items[i];
	fail_msg("no unit %s", name);
	return NULL;
}

static void test_kinds_of_entries(void **state)
{
	Plan plan = {0};
	Diags diags = {0};

	(void)state;
	assert_true(read_database("["
		"{\"directory\": \"../src\", \"arguments\": [\"cc\", \"-DX=a b\", \"-c\", \"a.c\"], \"file\": \"a.c\"},"
		"{\"directory\": \"../src\", \"command\": \"cc -c gone.c\", \"file\": \"gone.c\"},"
		"{\"directory\": \"../src\", \"command\": \"c++ -c x.cc\", \"file\": \"x.cc\"},"
		"{\"directory\": \"../src\", \"command\": \"cc -c x.S\", \"file\": \"x.S\"}]", &plan, &diags));
	assert_int_equal(plan.units.len, 4);
	assert_int_equal(unit_of(&plan, "src/a.c", 0)->status, UNIT_PARSED);
	assert_string_equal(str_text(unit_of(&plan, "src/a.c", 0)->arguments.items[0]), "-DX=a b");
	assert_int_equal(unit_of(&plan, "src/gone.c", 0)->status, UNIT_MISSING);
	assert_int_equal(unit_of(&plan, "src/x.cc", 0)->status, UNIT_SKIPPED);
	assert_string_equal(str_text(unit_of(&plan, "src/x.cc", 0)->message), "C++ is not analysed");
	assert_int_equal(unit_of(&plan, "src/x.S", 0)->status, UNIT_SKIPPED);
	assert_int_equal(diags.items.len, 0);
	plan_release(&plan);
	diags_release(&diags);
}

static void test_same_file(void **state)
{
	Plan plan = {0};
	Diags diags = {0};

	(void)state;
	assert_true(read_database("["
		"{\"directory\": \"../src\", \"command\": \"cc -fPIC -DPIC -DV=1 -c a.c -o a.lo\", \"file\": \"a.c\"},"
		"{\"directory\": \"../src\", \"command\": \"cc -DV=1 -c a.c -o a.o\", \"file\": \"./a.c\"},"
		"{\"directory\": \"../src\", \"command\": \"cc -DV=1 -DTRAINING -c ../src/a.c\", \"file\": \"../src/a.c\"},"
		"{\"directory\": \"../src\", \"command\": \"cc -c b.c\", \"file\": \"b.c\"}]", &plan, &diags));
	assert_int_equal(plan.units.len, 3);
	assert_int_equal(plan.duplicates, 1);
	const char *first = str_text(unit_of(&plan, "src/a.c", 0)->variant);
	const char *second = str_text(unit_of(&plan, "src/a.c", 1)->variant);
	assert_true(!strcmp(first, "-DTRAINING") || !strcmp(second, "-DTRAINING"));
	assert_string_not_equal(first, second);
	assert_string_equal(str_text(unit_of(&plan, "src/b.c", 0)->variant), "");
	plan_release(&plan);
	diags_release(&diags);
}

static void test_root(void **state)
{
	static const char text[] = "[{\"directory\": \"../src\", \"command\": \"cc -c a.c\", \"file\": \"a.c\"}]";
	Plan plan = {0};
	Diags diags = {0};

	(void)state;
	assert_true(read_database(text, &plan, &diags));
	assert_string_equal(str_text(plan.root), str_text(path_real("/", str_text(path_join(folder, "src")))));
	plan_release(&plan);

	assert_true(file_write(str_text(path_join(folder, "featdep.yml")), "", 0));
	assert_true(read_database(text, &plan, &diags));
	assert_string_equal(str_text(plan.root), str_text(path_real("/", folder)));
	plan_release(&plan);
	diags_release(&diags);
}

static void test_find(void **state)
{
	Str expected = path_real("/", str_text(path_join(folder, "build/compile_commands.json")));

	(void)state;
	assert_string_equal(str_text(compile_db_find(folder)), str_text(expected));
	assert_string_equal(str_text(compile_db_find(str_text(path_join(folder, "src")))), str_text(expected));
	assert_string_equal(str_text(compile_db_find(str_text(expected))), str_text(expected));
}

static void test_paths(void **state)
{
	static const struct { const char *directory, *name, *joined; } joins[] = {
		{ "/a/b", "c.c", "/a/b/c.c" }, { "/a/b", "../c.c", "/a/c.c" }, { "/a", "./././c.c", "/a/c.c" },
		{ "/a", "/x//y/", "/x/y" }, { "/", "..", "/" }, { "/a", "../../../b", "/b" },
	};
	static const struct { const char *a, *b, *common; } pairs[] = {
		{ "/a/b/c", "/a/b/d", "/a/b" }, { "/a/b", "/a/b", "/a/b" }, { "/a/bc", "/a/b", "/a" }, { "/a", "/b", "/" },
		{ "/a/b", "/a/b/c", "/a/b" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
		assert_string_equal(str_text(path_join(joins[i].directory, joins[i].name)), joins[i].joined);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_string_equal(str_text(path_common(pairs[i].a, pairs[i].b)), pairs[i].common);
	assert_true(path_is_below("/a/b", "/a"));
	assert_false(path_is_below("/ab", "/a"));
	assert_string_equal(path_relative("/a/b/c", "/a"), "b/c");
	assert_string_equal(path_relative("/x/c", "/a"), "/x/c");
	assert_string_equal(path_extension("/a.b/c"), "");
	assert_string_equal(path_extension("x/.c"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unusable), cmocka_unit_test(test_entry_messages), cmocka_unit_test(test_kinds_of_entries),
		cmocka_unit_test(test_same_file), cmocka_unit_test(test_root), cmocka_unit_test(test_find),
		cmocka_unit_test(test_paths),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
