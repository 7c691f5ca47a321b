/* Batches, build.ninja, and when facts are made again. */
#include "plan/inputs.h"
#include "plan/ninja.h"
#include "plan/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <fcntl.h>
#include <sys/stat.h>

static char folder[] = "/tmp/featdep-nj-XXXXXX";

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	return system(str_text(str_format("rm -r %s", folder)));
}

static Str put(const char *name, const char *text)
{
	Str path = path_join(folder, name);

	assert_true(file_write(str_text(path), text, strlen(text)));
	return path;
}

static bool str_list_equal(const StrList *a, const StrList *b)
{
	return a->len == b->len && (!a->len || !memcmp(a->items, b->items, a->len * sizeof *a->items));
}

static Plan plan_of(uint32_t count)
{
	Plan plan = { .root = str_intern("/r") };

	for (uint32_t i = 0; i < count; i++) {
		PlanUnit unit = { .file = str_format("/r/s p/$%03u:.c", i), .directory = str_intern("/r") };
		vec_push(&plan.units, unit);
	}
	return plan;
}

static void test_batch_round_trip(void **state)
{
	Batch batch = { .tool = str_intern("tool"), .root = str_intern("/r"), .depfile = str_intern("b.d"), .timeout = 7 };
	Batch back = {0};
	BatchUnit item = { .facts = str_intern("facts/a.facts"), .unit = { .file = str_intern("/r/a \"b\".c"),
		.directory = str_intern("/r"),
		.variant = str_intern("-DX"), .status = UNIT_MISSING, .message = str_intern("file does not exist") } };
	Text text = {0};
	Diags diags = {0};

	(void)state;
	vec_push(&item.unit.arguments, str_intern("-DX=\"1\""));
	vec_push(&batch.units, item);
	batch_print(&batch, &text);
	assert_true(batch_read(put("batch.json", text_data(&text)), &back, &diags));
	assert_int_equal(back.units.len, 1);
	assert_int_equal(back.timeout, 7);
	assert_int_equal(back.units.items[0].unit.status, UNIT_MISSING);
	assert_true(str_list_equal(&back.units.items[0].unit.arguments, &item.unit.arguments));
	assert_true(inputs_key(&batch, &batch.units.items[0]) == inputs_key(&back, &back.units.items[0]));
	Text again = {0};
	batch_print(&back, &again);
	assert_string_equal(text_data(&text), text_data(&again));
	text_release(&text);
	text_release(&again);
	batch_release(&batch);
	batch_release(&back);
	diags_release(&diags);
}

static void test_batch_damaged(void **state)
{
	static const char *const texts[] = { "", "{", "[]", "{\"version\":1}", "{\"version\":2,\"units\":[]}",
		"{\"version\":1,\"units\":[3]}",
		"{\"version\":1,\"units\":[{\"file\":\"/a.c\",\"directory\":\"/\",\"facts\":\"a\",\"status\":99}]}" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Batch batch = {0};
		Diags diags = {0};
		assert_false(batch_read(put("bad.json", texts[i]), &batch, &diags));
		assert_int_equal(diags.errors, 1);
		diags_release(&diags);
	}
}

static bool unchanged(Str facts, uint64_t key)
{
	FileHashes hashes = {0};
	bool same = inputs_unchanged(facts, key, &hashes);

	file_hashes_release(&hashes);
	return same;
}

static void test_inputs(void **state)
{
	Str facts = put("x.facts", "facts"), source = put("x.c", "int x;"), header = put("x.h", "#define X");
	Str gone = path_join(folder, "gone.h");
	Inputs inputs = { .key = 42 };
	FileHashes hashes = {0};

	(void)state;
	assert_false(unchanged(facts, 42));
	vec_push(&inputs.files, source);
	vec_push(&inputs.files, header);
	vec_push(&inputs.files, gone);
	assert_true(inputs_write(facts, &inputs, &hashes));
	assert_true(unchanged(facts, 42));
	assert_false(unchanged(facts, 43));
	put("x.h", "#define X"); /* a new time stamp, the same contents */
	assert_true(unchanged(facts, 42));
	put("x.h", "#define Y");
	assert_false(unchanged(facts, 42));
	put("x.h", "#define X");
	put("gone.h", "");
	assert_false(unchanged(facts, 42));
	remove(str_text(gone));
	assert_true(unchanged(facts, 42));
	StrList files = {0};
	inputs_files(facts, &files);
	assert_true(str_list_equal(&files, &inputs.files));
	put("x.facts.inputs", "featdep inputs 1\nkey 2a\nnonsense");
	assert_false(unchanged(facts, 42));
	put("x.facts.inputs", "something else");
	assert_false(unchanged(facts, 42));
	assert_true(inputs_write(facts, &inputs, &hashes));
	remove(str_text(facts));
	assert_false(unchanged(facts, 42));
	vec_release(&files);
	inputs_release(&inputs);
	file_hashes_release(&hashes);
}

static uint32_t count_of(const char *text, const char *part)
{
	uint32_t count = 0;

	for (; (text = strstr(text, part)); text++)
		count++;
	return count;
}

static void test_ninja_file(void **state)
{
	Plan plan = plan_of(100);
	NinjaOptions options = { .output = path_join(folder, "out"), .tool = str_intern("/opt/my $tool/featdep"), .jobs = 2 };
	StrList facts = {0};
	Diags diags = {0};
	Text text = {0};
	bool current = true;

	(void)state;
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_int_equal(facts.len, 100);
	assert_false(current);
	Str path = path_join(str_text(options.output), "build.ninja");
	assert_true(file_read(str_text(path), &text));
	assert_int_equal(count_of(text.data, "\nbuild "), 9); /* 100 / (2 jobs * 4) = 12 a batch */
	assert_non_null(strstr(text.data, "facts/s$ p/$$000$:.c.facts"));
	assert_non_null(strstr(text.data, "'/opt/my $$tool/featdep' extract --batch $in"));

	struct stat before, after;
	assert_int_equal(stat(str_text(path), &before), 0);
	vec_clear(&facts);
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_int_equal(stat(str_text(path), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino); /* left alone */

	options.batch = 1;
	vec_clear(&facts);
	text_clear(&text);
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_true(file_read(str_text(path), &text));
	assert_int_equal(count_of(text.data, "\nbuild "), 100);
	text_release(&text);
	vec_release(&facts);
	plan_release(&plan);
	diags_release(&diags);
}

static time_t stamp_of(Str path)
{
	struct stat info;

	assert_int_equal(stat(str_text(path), &info), 0);
	return info.st_mtime;
}

/* Whether the facts are current is said by contents; the batch of those that are not gets a new time stamp. */
static void test_ninja_contents(void **state)
{
	Plan plan = plan_of(1);
	NinjaOptions options = { .output = path_join(folder, "out3"), .tool = str_intern("/featdep"), .jobs = 1 };
	Str batch_file = path_join(str_text(options.output), "batches/0.json"), source = put("source.c", "int a;");
	StrList facts = {0};
	Diags diags = {0};
	Batch batch = {0};
	bool current;

	(void)state;
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_false(current);
	assert_true(batch_read(batch_file, &batch, &diags));
	Inputs inputs = { .key = inputs_key(&batch, &batch.units.items[0]) };
	FileHashes hashes = {0};
	vec_push(&inputs.files, source);
	assert_true(inputs_write(facts.items[0], &inputs, &hashes));
	assert_true(file_write(str_text(facts.items[0]), "", 0));

	const struct timespec old[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
	utimensat(AT_FDCWD, str_text(batch_file), old, 0);
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_true(current);
	assert_int_equal(stamp_of(batch_file), 1000);
	put("source.c", "int b;");
	utimensat(AT_FDCWD, str_text(source), old, 0);
	assert_true(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_false(current);
	assert_true(stamp_of(batch_file) > 1000);
	batch_release(&batch);
	inputs_release(&inputs);
	file_hashes_release(&hashes);
	vec_release(&facts);
	plan_release(&plan);
	diags_release(&diags);
}

static void test_ninja_errors(void **state)
{
	Plan plan = plan_of(1);
	NinjaOptions options = { .output = put("a-file", ""), .tool = str_intern("/featdep"), .jobs = 1 };
	StrList facts = {0};
	Diags diags = {0};
	bool current;

	(void)state;
	assert_false(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_int_equal(diags.errors, 1);
	plan.units.items[0].file = str_intern("/r/a\nb.c");
	options.output = path_join(folder, "out2");
	assert_false(ninja_write(&plan, &options, &facts, &current, &diags));
	assert_int_equal(diags.errors, 2);
	vec_release(&facts);
	plan_release(&plan);
	diags_release(&diags);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_batch_round_trip), cmocka_unit_test(test_batch_damaged), cmocka_unit_test(test_inputs),
		cmocka_unit_test(test_ninja_file), cmocka_unit_test(test_ninja_contents), cmocka_unit_test(test_ninja_errors),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
