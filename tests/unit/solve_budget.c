/* Steps that are used up: what was not analysed is said, and models are still found. */
#include "solve_text.h"

#define FOUND "signal:a -> " F0 " data\nsignal:a -> " F1 " data\n" FED

static void put_run(Text *out)
{
	text_put(out, RUN "b0:\n"
		CALL("a", "read_a", "")
		SET("0", "%a")
		SET("1", "%a")
		END);
}

/* A function that branches on its number and has so many LINES more. */
static void put_busy(Text *out, uint32_t lines)
{
	text_put(out, "function busy internal \"double (int)\"\n param n int\nb0:\n"
		"%at = local n\n%n = load int %at\nbranch %n b1 b2\nb1:\n%ix = int int 1\njump b2\nb2:\n");
	for (uint32_t i = 0; i < lines; i++)
		text_printf(out, "%%v%u = int int %u\n", i, i);
	text_put(out, "%r = float double 1\nreturn %r\n");
}

/* The beginning of main, which calls busy with so many NUMBERS. */
static void put_calls(Text *out, uint32_t numbers)
{
	text_put(out, "function main external \"int (void)\" @0:9:5\nb0:\n%busy = func busy\n");
	for (uint32_t i = 0; i < numbers; i++)
		text_printf(out, "%%n%u = int int %u\n%%c%u = call double %%busy (%%n%u)\n", i, i + 1, i, i);
}

/* main does that, and then calls run. */
static void put_main(Text *out, uint32_t numbers)
{
	put_calls(out, numbers);
	text_put(out, "%run = func run\ncall - %run ()\n%zero = int int 0\nreturn %zero\n");
}

/* What the first call leaves decides what the next one does: it takes steps to follow that, too. */
#define LEAVES \
	"global last internal double defined\nglobal mode internal int defined\n" RUN "b0:\n" \
	GET("m", "global", "mode", "int") \
	"branch %m then else\nthen:\n"

static void put_leaves(Text *out)
{
	text_put(out, LEAVES
		GET("x", "global", "last", "double")
		SET("0", "%x")
		"jump join\nelse:\n"
		CALL("b", "read_b", "")
		SET("0", "%b")
		"jump join\njoin:\n"
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		CALL_INT("i", "read_i")
		PUT("global", "mode", "int", "%i")
		SET("1", "%a")
		END);
}

static bool says_given_up(const Graph *graph, const char *function)
{
	for (uint32_t i = 0; i < graph->coverage.unresolved.len; i++) {
		const Unresolved *gap = &graph->coverage.unresolved.items[i];
		if (!strncmp(str_text(gap->what), "function given up", 17) && str_is(gap->subject, function))
			return true;
	}
	return false;
}

/* S has the edges of the model, and no others. Ends S. */
static void expect_found(Solved *s)
{
	Text edges = {0}, found = {0}, expected = {0};

	put_edges(&edges, &s->graph);
	put_sorted(&found, text_data(&edges));
	put_sorted(&expected, FOUND);
	assert_string_equal(text_data(&found), text_data(&expected));
	solved_release(s);
	text_release(&edges);
	text_release(&found);
	text_release(&expected);
}

static void expect_model_without_main(uint32_t lines, uint32_t numbers, uint64_t steps)
{
	Text facts = {0};
	SolveOptions options = { .max_steps = steps };

	put_run(&facts);
	put_busy(&facts, lines);
	put_main(&facts, numbers);
	Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
	assert_true(says_given_up(&s->graph, "main"));
	expect_found(s);
	text_release(&facts);
}

static void test_nothing_is_given_up_with_enough_steps(void **state)
{
	(void)state;
	Text facts = {0};

	put_run(&facts);
	put_busy(&facts, 400);
	put_main(&facts, 20);
	Solved *s = solve_text(DEFAULT_MANIFEST, text_data(&facts));
	assert_false(says_given_up(&s->graph, "main"));
	solved_release(s);
	expect(text_data(&facts), FOUND);
	text_release(&facts);
}

/* Without a model, a store or a feature there is nothing to look for. */
static void test_nothing_declared_costs_nothing(void **state)
{
	static const char *const nothing = "version: 1\nsignals:\n  - { function: read_a, name: a }\n";
	static const char *const feature = "version: 1\nfeatures:\n  - { variable: last }\n";
	Text facts = {0};

	(void)state;
	put_leaves(&facts);
	put_busy(&facts, 10);
	put_main(&facts, 2);
	Solved *s = solve_text(nothing, text_data(&facts));
	assert_int_equal(s->graph.coverage.functions_analysed, 0);
	assert_int_equal(s->graph.coverage.unresolved.len, 0);
	solved_release(s);
	s = solve_text(feature, text_data(&facts));
	assert_int_not_equal(s->graph.coverage.functions_analysed, 0);
	solved_release(s);
	text_release(&facts);
}

/* More code than steps: none are spent on it. */
static void test_entry_point_that_too_much_hangs_on(void **state)
{
	(void)state;
	expect_model_without_main(400, 1, 300);
}

/* Less code than steps, but too many ways through it. */
static void test_entry_point_that_takes_too_many_steps(void **state)
{
	(void)state;
	expect_model_without_main(400, 20, 1000);
}

/* Where there is no model to be entered near, the only entry point is followed without its larger calls: better than nothing. */
static void test_only_entry_point_without_a_model(void **state)
{
	static const char *const manifest = "version: 1\nsignals:\n  - { function: read_a, name: a }\nfeatures:\n  - { variable: last }\n";
	Text facts = {0}, edges = {0};
	SolveOptions options = { .max_steps = 1000 };

	(void)state;
	text_put(&facts, "global last internal double defined\n");
	put_busy(&facts, 400);
	put_calls(&facts, 20);
	text_put(&facts, CALL("a", "read_a", "") PUT("global", "last", "double", "%a") "%zero = int int 0\nreturn %zero\n");
	Solved *s = solve_text_with(manifest, text_data(&facts), &options);
	put_edges(&edges, &s->graph);
	assert_non_null(strstr(text_data(&edges), "signal:a -> feature:last data"));
	assert_false(says_given_up(&s->graph, "main"));
	assert_int_not_equal(s->graph.coverage.unresolved.len, 0);
	solved_release(s);
	text_release(&facts);
	text_release(&edges);
}

/* Too much behind main, and another entry point leads to the model through a table: neither is followed. Alone, it is tried. */
static void test_entry_points_that_lead_through_a_table(void **state)
{
	static const char drive[] = "global ops internal \"void (*)(void)\" init=init_ops defined const\n"
		"function init_ops internal \"void (void)\" init\nb0:\n%t = global ops\n%f = func run\nstore \"void (*)(void)\" %t %f\n"
		"return\nfunction drive external \"void (void)\"\nb0:\n%t = global ops\n%p = load \"void (*)(void)\" %t\ncall - %p ()\nreturn\n";
	SolveOptions options = { .max_steps = 1600 };

	(void)state;
	for (int with_main = 0; with_main < 2; with_main++) {
		Text facts = {0};
		put_run(&facts);
		text_put(&facts, drive);
		put_busy(&facts, 2000);
		if (with_main)
			put_main(&facts, 1);
		Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
		assert_int_equal(says_given_up(&s->graph, "main"), with_main);
		assert_int_equal(says_given_up(&s->graph, "drive"), with_main);
		expect_found(s);
		text_release(&facts);
	}
}

/* A function that runs a model, and calls more than there are steps for before: the model is found all the same. */
static void test_model_where_all_steps_are_used_up(void **state)
{
	Text facts = {0};
	SolveOptions options = { .max_steps = 2000 };

	(void)state;
	put_busy(&facts, 1200);
	text_put(&facts, RUN "b0:\n%busy = func busy\n");
	for (uint32_t i = 0; i < 20; i++)
		text_printf(&facts, "%%n%u = int int %u\n%%c%u = call double %%busy (%%n%u)\n", i, i + 1, i, i);
	text_put(&facts, CALL("a", "read_a", "")
		SET("0", "%a")
		SET("1", "%a")
		END);
	Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
	assert_int_not_equal(s->graph.coverage.unresolved.len, 0);
	expect_found(s);
	text_release(&facts);
}

static bool reaches(const Graph *graph, const char *from, const char *to)
{
	NodeId source = graph_find(graph, from), target = graph_find(graph, to);

	return source != NONE && target != NONE && map_get(&graph->by_ends, map_key(source, target), NULL);
}

/* Is the edge there, and not fully resolved? */
static bool is_unresolved(const Graph *graph, const char *from, const char *to)
{
	NodeId source = graph_find(graph, from), target = graph_find(graph, to);
	uint32_t edge;

	return source != NONE && target != NONE && map_get(&graph->by_ends, map_key(source, target), &edge) &&
		graph->edges.items[edge].unresolved;
}

/* What main passes to the function that runs the model is not followed: what that one reads comes from nowhere else. */
static void test_what_a_caller_given_up_passes_is_unresolved(void **state)
{
	static const char run[] = "function run internal \"void (double)\"\n param x double\n local f \"double[2]\"\nb0:\n"
		GET("x", "local", "x", "double")
		SET("0", "%x")
		CALL("a", "read_a", "")
		SET("1", "%a")
		END;

	(void)state;
	for (int enough = 0; enough < 2; enough++) {
		SolveOptions options = { .max_steps = enough ? 0 : 1000 };
		Text facts = {0};
		text_put(&facts, run);
		put_busy(&facts, 400);
		text_put(&facts, "function main external \"int (void)\" @0:9:5\nb0:\n%busy = func busy\n");
		for (uint32_t i = 0; i < 20; i++)
			text_printf(&facts, "%%n%u = int int %u\n%%c%u = call double %%busy (%%n%u)\n", i, i + 1, i, i);
		text_put(&facts, CALL("b", "read_b", "")
			"%run = func run\ncall - %run (%b)\n%zero = int int 0\nreturn %zero\n");
		Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
		assert_int_equal(says_given_up(&s->graph, "main"), !enough);
		assert_int_equal(is_unresolved(&s->graph, "signal:run.x", F0), !enough);
		assert_int_equal(reaches(&s->graph, "signal:b", F0), enough);
		assert_true(reaches(&s->graph, "signal:a", F1));
		assert_false(is_unresolved(&s->graph, "signal:a", F1));
		solved_release(s);
		text_release(&facts);
	}
}

/* A main that is given up may have left anything, but to nobody else: another main begins another program. */
static void test_what_a_main_given_up_leaves_is_in_its_own_program(void **state)
{
	SolveOptions options = { .max_steps = 1000 };
	Text facts = {0};
	uint32_t unresolved = 0, read = 0;

	(void)state;
	text_put(&facts, "global last internal double defined\nfunction main external \"int (void)\" @0:3:5\n local f \"double[2]\"\nb0:\n"
		GET("x", "global", "last", "double")
		SET("0", "%x")
		CALL("a", "read_a", "")
		SET("1", "%a")
		PREDICT("prediction", "2")
		"%zero = int int 0\nreturn %zero\n");
	put_busy(&facts, 400);
	put_calls(&facts, 20);
	text_put(&facts, CALL("b", "read_b", "") PUT("global", "last", "double", "%b") "%zero = int int 0\nreturn %zero\n");
	text_put(&facts, RUN "b0:\n"
		GET("x", "global", "last", "double")
		SET("0", "%x")
		END);
	Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
	assert_true(says_given_up(&s->graph, "main"));
	for (EdgeId e = 0; e < s->graph.edges.len; e++) {
		const Edge *edge = &s->graph.edges.items[e];
		bool of_main = strstr(str_text(s->graph.nodes.items[edge->to].id), "main.f") != NULL;
		assert_false(of_main && edge->unresolved);
		unresolved += edge->unresolved;
		read += of_main;
	}
	assert_int_equal(read, 1);
	assert_int_not_equal(unresolved, 0);
	solved_release(s);
	text_release(&facts);
}

/* Where one call has taken all steps, a little one behind it is followed. */
static void test_little_call_behind_one_that_is_cut_short(void **state)
{
	SolveOptions options = { .max_steps = 1000 };
	Text facts = {0};

	(void)state;
	put_busy(&facts, 400);
	text_put(&facts, "function long_way internal \"void (void)\"\nb0:\n%busy = func busy\n");
	for (uint32_t i = 0; i < 20; i++)
		text_printf(&facts, "%%n%u = int int %u\n%%c%u = call double %%busy (%%n%u)\n", i, i + 1, i, i);
	text_put(&facts, "return\nfunction little internal \"double (void)\"\nb0:\n"
		CALL("a", "read_a", "")
		"return %a\n"
		RUN "b0:\n%way = func long_way\ncall - %way ()\n"
		CALL("x", "little", "")
		SET("0", "%x")
		SET("1", "%x")
		END);
	Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
	assert_int_equal(s->graph.coverage.unresolved.len, 1);
	assert_string_equal(str_text(s->graph.coverage.unresolved.items[0].subject), "long_way");
	expect_found(s);
	text_release(&facts);
}

/* However many steps there are, what was not followed is said. */
static void test_later_calls_are_followed_or_it_is_said(void **state)
{
	Text facts = {0};
	uint32_t missed = 0, found = 0;

	(void)state;
	put_leaves(&facts);
	for (uint64_t steps = 1; steps < 400; steps++) {
		SolveOptions options = { .max_steps = steps };
		Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
		bool followed = reaches(&s->graph, "signal:a", F0);
		if (!followed && !s->graph.coverage.unresolved.len)
			fail_msg("with %u steps", (unsigned)steps);
		missed += !followed;
		found += followed;
		solved_release(s);
	}
	assert_true(missed && found);
	text_release(&facts);
}

/* What an earlier call left goes on without one more step, where the function goes without it, too. */
static void test_later_calls_find_what_was_left(void **state)
{
	Text facts = {0};
	uint32_t said = 0, found = 0;

	(void)state;
	text_put(&facts, "global last internal double defined\nglobal mode internal int defined\n" RUN "b0:\n"
		GET("x", "global", "last", "double")
		SET("0", "%x")
		GET("m", "global", "mode", "int")
		"branch %m then join\nthen:\n"
		CALL("b", "read_b", "")
		"jump join\njoin:\n"
		CALL_INT("i", "read_i")
		PUT("global", "mode", "int", "%i")
		CALL("a", "read_a", "")
		PUT("global", "last", "double", "%a")
		SET("1", "%a")
		END);
	for (uint64_t steps = 1; steps < 100; steps++) {
		SolveOptions options = { .max_steps = steps };
		Solved *s = solve_text_with(DEFAULT_MANIFEST, text_data(&facts), &options);
		if (reaches(&s->graph, "signal:a", F1) && !reaches(&s->graph, "signal:a", F0))
			fail_msg("with %u steps", (unsigned)steps);
		said += reaches(&s->graph, "signal:a", F0) && s->graph.coverage.unresolved.len;
		found += reaches(&s->graph, "signal:a", F0);
		solved_release(s);
	}
	assert_true(said && found > said);
	text_release(&facts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_given_up_with_enough_steps),
		cmocka_unit_test(test_nothing_declared_costs_nothing),
		cmocka_unit_test(test_entry_point_that_too_much_hangs_on),
		cmocka_unit_test(test_entry_point_that_takes_too_many_steps),
		cmocka_unit_test(test_only_entry_point_without_a_model),
		cmocka_unit_test(test_entry_points_that_lead_through_a_table),
		cmocka_unit_test(test_model_where_all_steps_are_used_up),
		cmocka_unit_test(test_what_a_caller_given_up_passes_is_unresolved),
		cmocka_unit_test(test_what_a_main_given_up_leaves_is_in_its_own_program),
		cmocka_unit_test(test_little_call_behind_one_that_is_cut_short),
		cmocka_unit_test(test_later_calls_are_followed_or_it_is_said),
		cmocka_unit_test(test_later_calls_find_what_was_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
