/* What is the same finding in two runs, and what changed in a graph. */
#include "graph/compare.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static Finding *add(Graph *graph, const char *rule, const char *fingerprint, const char *subject, const char *message)
{
	Finding *finding = vec_add(&graph->findings);

	finding->rule = str_intern(rule);
	finding->level = LEVEL_WARNING;
	finding->fingerprint = str_intern(fingerprint);
	finding->subject = str_intern(subject);
	finding->message = str_intern(message);
	return finding;
}

typedef struct {
	Graph old, new;
	Renames renames;
	Comparison comparison;
} Pair;

static void compare(Pair *pair)
{
	findings_compare(&pair->new, &pair->old, &pair->renames, false, &pair->comparison);
}

static void pair_release(Pair *pair)
{
	graph_release(&pair->old);
	graph_release(&pair->new);
	vec_release(&pair->renames);
	comparison_release(&pair->comparison);
}

static void expect(const Pair *pair, uint32_t added, uint32_t fixed, uint32_t remaining)
{
	assert_int_equal(pair->comparison.added, added);
	assert_int_equal(pair->comparison.fixed.len, fixed);
	assert_int_equal(pair->comparison.remaining, remaining);
}

static void test_by_fingerprint(void **state)
{
	Pair pair = {0};

	(void)state;
	add(&pair.old, "a", "1", "x", "at f.c:1");
	add(&pair.old, "a", "2", "y", "gone");
	add(&pair.new, "a", "3", "z", "came");
	add(&pair.new, "a", "1", "x", "at f.c:99");
	compare(&pair);
	expect(&pair, 1, 1, 1);
	assert_int_equal(pair.comparison.states.items[0], FINDING_NEW);
	assert_int_equal(pair.comparison.states.items[1], FINDING_REMAINING);
	assert_string_equal(str_text(pair.comparison.fixed.items[0]->fingerprint), "2");
	pair_release(&pair);
}

static void test_a_rule_is_part_of_it(void **state)
{
	Pair pair = {0};

	(void)state;
	add(&pair.old, "a", "1", "x", "m");
	add(&pair.new, "b", "1", "x", "m");
	compare(&pair);
	expect(&pair, 1, 1, 0);
	pair_release(&pair);
}

static void test_equal_fingerprints_are_counted(void **state)
{
	Pair pair = {0};

	(void)state;
	add(&pair.old, "a", "1", "x", "m");
	add(&pair.new, "a", "1", "x", "m");
	add(&pair.new, "a", "1", "x", "m");
	compare(&pair);
	expect(&pair, 1, 0, 1);
	pair_release(&pair);
}

static Finding *add_group(Graph *graph, const char *fingerprint, const char *parts)
{
	Finding *finding = add(graph, "a", fingerprint, fingerprint, fingerprint);

	for (; *parts; parts++)
		vec_push(&finding->parts, str_intern_n(parts, 1));
	return finding;
}

/* Groups by the letters of their parts; a group of one is alone. */
static void test_parts(void **state)
{
	static const struct { const char *old[2], *new[2]; uint32_t added, fixed, remaining; } rows[] = {
		{ { "AB" }, { "ABC" }, 1, 0, 0 },             /* grown */
		{ { "ABC" }, { "AC" }, 0, 0, 1 },             /* shrunk */
		{ { "ABC" }, { "A", "C" }, 0, 0, 2 },         /* split */
		{ { "A", "C" }, { "AC" }, 0, 0, 1 },          /* joined */
		{ { "AB" }, { "CD" }, 1, 1, 0 },              /* another */
		{ { "AB", "C" }, { "AB" }, 0, 1, 1 },         /* one is gone */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Pair pair = {0};
		for (int k = 0; k < 2; k++) {
			const char *old = rows[i].old[k], *new = rows[i].new[k];
			if (old)
				add_group(&pair.old, old, old[1] ? old : "");
			if (new)
				add_group(&pair.new, new, new[1] ? new : "");
		}
		compare(&pair);
		expect(&pair, rows[i].added, rows[i].fixed, rows[i].remaining);
		pair_release(&pair);
	}
}

static void test_parts_of_what_was_suppressed(void **state)
{
	Pair pair = {0};

	(void)state;
	add_group(&pair.old, "AB", "AB")->suppressed = true;
	add_group(&pair.old, "C", "")->level = LEVEL_NOTE;
	add_group(&pair.new, "A", "");
	add_group(&pair.new, "BC", "BC");
	compare(&pair);
	expect(&pair, 2, 0, 0);
	pair_release(&pair);
}

static void test_renamed_files(void **state)
{
	static const struct { const char *from, *to, *before, *after; bool same; } rows[] = {
		{ "src/a.c", "src/b.c", "src/a.c:12: x", "src/b.c:14: x", true },
		{ "src/a.c", "src/b.c", "src/a.c:12: x", "src/a.c:14: x", false },
		{ "src/a.c", "src/b.c", "lib/src/a.c:12: x", "lib/src/b.c:12: x", false },
		{ "src/a.c", "src/b.c", "src/a.cc x", "src/b.cc x", false },
		{ "src/", "source/", "src/a.c:12: x", "source/a.c:2: x", true },
		{ "none", "some", "src/a.c:12:4 x", "src/a.c:2:9 x", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Pair pair = {0};
		vec_push(&pair.renames, (Rename){ str_intern(rows[i].from), str_intern(rows[i].to) });
		add(&pair.old, "a", "1", "x", rows[i].before);
		add(&pair.new, "a", "2", "x", rows[i].after);
		compare(&pair);
		if (pair.comparison.remaining != rows[i].same)
			fail_msg("row %zu", i);
		pair_release(&pair);
	}
}

static void test_what_did_not_count(void **state)
{
	Pair pair = {0};

	(void)state;
	add(&pair.old, "a", "1", "x", "suppressed then")->suppressed = true;
	add(&pair.old, "a", "2", "x", "suppressed now");
	add(&pair.old, "a", "3", "x", "hidden in both")->hidden = true;
	add(&pair.old, "a", "4", "x", "was a note")->level = LEVEL_NOTE;
	add(&pair.old, "a", "5", "x", "was an error")->level = LEVEL_ERROR;
	add(&pair.old, "a", "6", "x", "hidden, gone")->hidden = true;
	add(&pair.new, "a", "1", "x", "suppressed then");
	add(&pair.new, "a", "2", "x", "suppressed now")->suppressed = true;
	add(&pair.new, "a", "3", "x", "hidden in both")->hidden = true;
	add(&pair.new, "a", "4", "x", "was a note");
	add(&pair.new, "a", "5", "x", "was an error");
	compare(&pair);
	expect(&pair, 2, 0, 1);
	assert_int_equal(pair.comparison.states.items[0], FINDING_NEW);
	assert_int_equal(pair.comparison.states.items[3], FINDING_NEW);
	pair_release(&pair);
}

static void test_failed_units_make_it_partial(void **state)
{
	Pair pair = {0};

	(void)state;
	add(&pair.old, "a", "1", "x", "m");
	pair.new.coverage.units_failed = 1;
	compare(&pair);
	assert_true(pair.comparison.is_partial);
	pair_release(&pair);
}

static void test_many(void **state)
{
	Pair pair = {0};

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		add(&pair.old, "a", str_text(str_format("%u", i)), "x", str_text(str_format("m %u", i)));
		add(&pair.new, "a", str_text(str_format("%u", i + 1)), "x", str_text(str_format("m %u", i + 1)));
	}
	compare(&pair);
	expect(&pair, 1, 1, 19999);
	pair_release(&pair);
}

static void test_graph_diff(void **state)
{
	Graph before = {0}, after = {0};
	GraphDiff diff = {0};
	Renames none = {0};

	(void)state;
	graph_read(&before, "signal:a -> feature:f[0]\nsignal:a -> feature:f[1] control\nfeature:f[0] -> model:m\n"
		"feature:f[1] -> model:m\n");
	graph_read(&after, "signal:a -> feature:f[0]\nsignal:a -> feature:f[1]\nfeature:f[0] -> model:m\n"
		"signal:b -> feature:f[0]\nfeature:f[1] -> model:m state\n");
	graph_diff(&before, &after, &none, &diff);
	assert_int_equal(diff.came.len, 1);
	assert_string_equal(str_text(after.nodes.items[diff.came.items[0]].id), "signal:b");
	assert_int_equal(diff.went.len, 0);
	assert_int_equal(diff.edges_came.len, 1);
	assert_int_equal(diff.edges_went.len, 0);
	assert_int_equal(diff.edges_changed.len, 2);
	assert_false(graph_diff_empty(&diff));
	graph_diff_release(&diff);
	graph_diff(&after, &after, &none, &diff);
	assert_true(graph_diff_empty(&diff));
	graph_diff_release(&diff);
	graph_diff(&after, &before, &none, &diff);
	assert_int_equal(diff.went.len, 1);
	assert_int_equal(diff.edges_went.len, 1);
	graph_diff_release(&diff);
	graph_release(&before);
	graph_release(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_fingerprint),
		cmocka_unit_test(test_a_rule_is_part_of_it),
		cmocka_unit_test(test_equal_fingerprints_are_counted),
		cmocka_unit_test(test_parts), cmocka_unit_test(test_parts_of_what_was_suppressed),
		cmocka_unit_test(test_renamed_files),
		cmocka_unit_test(test_what_did_not_count),
		cmocka_unit_test(test_failed_units_make_it_partial),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_graph_diff),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
