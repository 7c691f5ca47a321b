/* Completion: texts, modules, owners, tests, order and coverage; and the checker. */
#include "graph/graph_complete.h"

#include "graph/graph_check.h"
#include "graph/query.h"
#include "graph/source.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[] = "/tmp/featdep-graph-XXXXXX";

static int make_root(void **state)
{
	static const char source[] = "first line\n\t  double f = age * 2;  \r\n\xff\xfe = caf\xc3\xa9;\x01 x\n\n\xed\xa0\x80 last";
	char name[100];

	(void)state;
	if (!mkdtemp(root))
		return -1;
	snprintf(name, sizeof name, "%s/a.c", root);
	return file_write(name, source, sizeof source - 1) ? 0 : -1;
}

static int remove_root(void **state)
{
	char name[100];

	(void)state;
	snprintf(name, sizeof name, "%s/a.c", root);
	return unlink(name) || rmdir(root);
}

static const struct { const char *glob, *path; bool matched; } globs[] = {
	{ "src/ads/**", "src/ads/a.c", true }, { "src/ads/**", "src/ads/x/y/a.c", true },
	{ "src/ads/**", "src/ad/a.c", false }, { "src/*.c", "src/a.c", true }, { "src/*.c", "src/x/a.c", false },
	{ "**/a.c", "a.c", true }, { "**/a.c", "x/y/a.c", true }, { "**/a.c", "x/ba.c", false },
	{ "src/**/a.c", "src/a.c", true }, { "src/**/a.c", "src/x/y/a.c", true }, { "**", "any/thing", true },
	{ "a?.c", "ab.c", true }, { "a?c", "a/c", false }, { "[ab].c", "b.c", true }, { "[!ab].c", "b.c", false },
	{ "[a-c]x", "bx", true }, { "[a-c]x", "dx", false }, { "[a", "[a", true }, { "\\*.c", "*.c", true },
	{ "\\*.c", "a.c", false }, { "", "", true }, { "", "a", false }, { "a", "", false }, { "*", "", true },
	{ "*a*a*a*b", "aaaaaaaaaaaaaaaaaaaa", false },
};

static void test_globs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof globs / sizeof *globs; i++)
		if (path_match(globs[i].glob, globs[i].path) != globs[i].matched)
			fail_msg("%s on %s", globs[i].glob, globs[i].path);
	assert_true(file_match("ads/**", "src/ads/a.c"));
	assert_true(file_match("src/*.c", "src/x/a.c"));
	assert_false(file_match("ads/**", "src/loads/a.c"));
	assert_true(file_match("include/*.h", "/usr/include/stdio.h"));
	assert_false(file_match("src/*.c", "/usr/include/stdio.h"));
}

static const struct { const char *path; bool test; } test_paths[] = {
	{ "tests/a.c", true }, { "src/test/a.c", true }, { "src/a_test.c", true }, { "src/test_a.c", true },
	{ "src/attest.c", false }, { "src/latest/a.c", false }, { "src/contest.c", false }, { "test.c", false },
	{ "src/a.c", false },
};

static void test_test_paths(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof test_paths / sizeof *test_paths; i++)
		if (path_is_test(test_paths[i].path) != test_paths[i].test)
			fail_msg("%s", test_paths[i].path);
}

static void test_name_order(void **state)
{
	static const char *const ordered[] = {
		"f[1]", "f[01]", "f[2]", "f[10]", "f[10].x", "f[100]", "f[99999999999999999999]", "g", "g.a", "g2", "ga",
	};

	(void)state;
	for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++)
		for (size_t k = 0; k < sizeof ordered / sizeof *ordered; k++) {
			int order = name_compare(ordered[i], ordered[k]);
			bool same_number = i < 2 && k < 2;
			if (!same_number && (i < k ? order >= 0 : i > k ? order <= 0 : order != 0))
				fail_msg("%s and %s", ordered[i], ordered[k]);
		}
	assert_int_not_equal(name_compare("f[1]", "f[01]"), 0);
}

static void test_source_lines(void **state)
{
	Sources sources = { .root = str_intern(root) };
	Str file = str_intern("a.c");
	Diags diags = {0};

	(void)state;
	assert_string_equal(str_text(source_line(&sources, file, 1, 100)), "first line");
	assert_string_equal(str_text(source_line(&sources, file, 2, 100)), "double f = age * 2;");
	assert_string_equal(str_text(source_line(&sources, file, 3, 100)), "\xef\xbf\xbd\xef\xbf\xbd = caf\xc3\xa9;  x");
	assert_string_equal(str_text(source_line(&sources, file, 4, 100)), "");
	assert_string_equal(str_text(source_line(&sources, file, 5, 100)), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd last");
	assert_string_equal(str_text(source_line(&sources, file, 6, 100)), "");
	assert_string_equal(str_text(source_line(&sources, file, 0, 100)), "");
	assert_string_equal(str_text(source_line(&sources, file, 2, 12)), "double f =…");
	sources_report(&sources, &diags);
	assert_int_equal(diags.items.len, 0);
	source_line(&sources, str_intern("missing.c"), 1, 100);
	source_line(&sources, str_intern("/dev/zero"), 1, 100);
	source_line(&sources, str_intern("missing.c"), 2, 100);
	sources_report(&sources, &diags);
	assert_int_equal(diags.warnings, 1);
	assert_string_equal(str_text(diags.items.items[0].message),
	                    "cannot read 2 source files (\"missing.c\", …): their lines are not shown");
	diags_release(&diags);
	sources_release(&sources);
}

static void complete(Graph *graph, const char *text, const Roles *roles)
{
	Diags diags = {0};

	graph->root = str_intern(root);
	graph_read(graph, text);
	graph_complete(graph, roles, &diags);
	diags_release(&diags);
}

static const Node *node_named(const Graph *graph, const char *id)
{
	NodeId node = graph_find(graph, id);

	assert_int_not_equal(node, NONE);
	assert_string_equal(str_text(graph->nodes.items[node].id), id);
	return &graph->nodes.items[node];
}

static void test_order(void **state)
{
	static const char *const ids[] = {
		"consumer:z", "feature:f[2]", "feature:f[10]", "model:m", "prediction:m", "signal:b",
	};
	Graph graph = {0};
	Roles roles = {0};
	Text problem = {0};

	(void)state;
	complete(&graph, "signal:b @z.c:9 @a.c:10 @a.c:2 @a.c:10\nsignal:b -> feature:f[10] @a.c:2\nfeature:f[10] -> model:m\n"
	         "feature:f[2] -> model:m\nmodel:m -> prediction:m\nprediction:m -> consumer:z\n", &roles);
	assert_int_equal(graph.nodes.len, 6);
	for (uint32_t i = 0; i < 6; i++)
		assert_string_equal(str_text(graph.nodes.items[i].id), ids[i]);
	for (uint32_t e = 1; e < graph.edges.len; e++)
		assert_true(graph.edges.items[e - 1].from < graph.edges.items[e].from ||
		            graph.edges.items[e - 1].to < graph.edges.items[e].to);
	const Node *signal = node_named(&graph, "signal:b");
	assert_int_equal(signal->sites.len, 3);
	assert_int_equal(signal->sites.items[0].line, 2);
	assert_string_equal(str_text(signal->sites.items[2].file), "z.c");
	EdgeId edge = map_get_or(&graph.by_ends, map_key(graph_find(&graph, "signal:b"), graph_find(&graph, "feature:f[10]")),
	                         NONE);
	assert_int_not_equal(edge, NONE);
	assert_string_equal(str_text(graph.edges.items[edge].witness.items[0].text), "double f = age * 2;");
	assert_true(graph_check(&graph, &problem));
	graph_release(&graph);
}

static void test_findings_are_renumbered(void **state)
{
	Graph graph = {0};
	Roles roles = {0};
	Diags diags = {0};

	(void)state;
	graph_read(&graph, "signal:z\nfeature:a\n");
	Finding *finding = vec_add(&graph.findings);
	vec_push(&finding->nodes, graph_find(&graph, "signal:z"));
	graph_complete(&graph, &roles, &diags);
	assert_string_equal(str_text(graph.nodes.items[graph.findings.items[0].nodes.items[0]].id), "signal:z");
	graph_release(&graph);
	diags_release(&diags);
}

static void add_module(Roles *roles, const char *name, const char *path, const char *owner)
{
	vec_push(&roles->modules, (ModuleRule){ .name = str_intern(name), .path = str_intern(path),
		.owner = str_intern(owner) });
}

static void test_modules(void **state)
{
	Graph graph = {0};
	Roles roles = {0};

	(void)state;
	add_module(&roles, "all", "src/**", "everyone");
	add_module(&roles, "ads", "src/ads/**", "ads-team");
	vec_push(&roles.roles, (Role){ .kind = ROLE_CONSUMER, .target.function = str_intern("rank_*"),
		.owner = str_intern("ranking") });
	vec_push(&roles.roles, (Role){ .kind = ROLE_CONSUMER, .target.function = str_intern("*"),
		.target.file = str_intern("lib/show.c"), .owner = str_intern("shows") });
	complete(&graph, "signal:a @src/x.c:1\nfeature:b @src/ads/x.c:1\nmodel:m @lib/m.c:1 module=ads\n"
	         "consumer:rank_it @src/r.c:3\nconsumer:other @src/r.c:4 owner=me\nconsumer:draw @lib/show.c:5\nsignal:t @tests/a.c:1\n"
	         "signal:u @tests/a.c:1 @src/a.c:1\nsignal:v\n", &roles);
	assert_string_equal(str_text(node_named(&graph, "signal:a")->module), "all");
	assert_string_equal(str_text(node_named(&graph, "signal:a")->owner), "everyone");
	assert_string_equal(str_text(node_named(&graph, "feature:b")->module), "ads");
	assert_string_equal(str_text(node_named(&graph, "model:m")->owner), "ads-team");
	assert_string_equal(str_text(node_named(&graph, "consumer:rank_it")->owner), "ranking");
	assert_string_equal(str_text(node_named(&graph, "consumer:other")->owner), "me");
	assert_string_equal(str_text(node_named(&graph, "consumer:draw")->owner), "shows");
	assert_true(node_named(&graph, "signal:t")->is_test);
	assert_false(node_named(&graph, "signal:u")->is_test);
	assert_false(node_named(&graph, "signal:v")->is_test);
	graph_release(&graph);
	roles_release(&roles);
}

static void add_unresolved(Graph *graph, const char *file, uint32_t line)
{
	vec_push(&graph->coverage.unresolved, (Unresolved){ .site = { str_intern(file), line, 1, {0} },
		.what = str_intern("call") });
}

static void test_coverage(void **state)
{
	Graph graph = {0};
	Roles roles = {0};

	(void)state;
	add_unresolved(&graph, "u.c", 7);
	add_unresolved(&graph, "u.c", 8);
	add_unresolved(&graph, "u.c", 7);
	complete(&graph, "signal:good declared\nsignal:good -> feature:f[0]\nsignal:bad -> feature:f[1]\n"
	         "signal:good -> feature:f[2] unresolved @u.c:7\nfeature:f[2] -> feature:f[3]\n"
	         "signal:good -> feature:f[4] unresolved @u.c:7\nsignal:good -> feature:f[5]\nfeature:f[5] assumed\n"
	         "feature:f[0] -> model:m\nfeature:f[1] -> model:m\nfeature:f[2] -> model:m\nfeature:f[3] -> model:m\n"
	         "feature:f[5] -> model:m\nmodel:m -> prediction:m\n", &roles);
	assert_int_equal(graph.coverage.features, 5);          /* f[4] reaches no model */
	assert_int_equal(graph.coverage.features_resolved, 1); /* f[0] */
	assert_int_equal(graph.coverage.unresolved.len, 2);
	assert_int_equal(graph.coverage.unresolved.items[0].features, 2); /* f[2] and f[3] */
	assert_int_equal(graph.coverage.unresolved.items[1].features, 0);
	graph_release(&graph);
}

static void test_empty(void **state)
{
	Graph graph = {0};
	Roles roles = {0};
	Text problem = {0};

	(void)state;
	complete(&graph, "", &roles);
	assert_true(graph_check(&graph, &problem));
	assert_int_equal(graph.coverage.features, 0);
	graph_release(&graph);
}

static const struct { const char *text, *problem; } wrong[] = {
	{ "signal:a -> model:m", "edge signal:a -> model:m: no edge leads from a signal to a model" },
	{ "signal:a -> consumer:c", "edge signal:a -> consumer:c: no edge leads from a signal to a consumer" },
	{ "signal:a -> signal:b", "edge signal:a -> signal:b: no edge leads from a signal to a signal" },
	{ "model:a -> consumer:b", "edge model:a -> consumer:b: no edge leads from a model to a consumer" },
	{ "consumer:a -> feature:b", "edge consumer:a -> feature:b: no edge leads from a consumer to a feature" },
	{ "prediction:a -> model:b", "edge prediction:a -> model:b: no edge leads from a prediction to a model" },
	{ "store:a -> model:b", "edge store:a -> model:b: no edge leads from a store to a model" },
	{ "prediction:a -> consumer:b", "node \"prediction:a\": no model makes it" },
	{ "feature:a[3..1]", "node \"feature:a[3..1]\": range ends before it starts" },
};

static void test_check(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		Graph graph = {0};
		Text problem = {0};
		graph_read(&graph, wrong[i].text);
		assert_false(graph_check(&graph, &problem));
		assert_string_equal(text_data(&problem), wrong[i].problem);
		text_release(&problem);
		graph_release(&graph);
	}
}

static Graph sound_graph(void)
{
	Graph graph = {0};

	graph_read(&graph, "signal:a -> feature:f\nsignal:a -> store:s\nstore:s -> store:s state\nstore:s -> feature:g\n"
	           "feature:f -> feature:g\nfeature:f -> feature:f state\nfeature:f -> consumer:c\nfeature:f -> store:s\n"
	           "feature:g -> model:m\nmodel:m -> prediction:m\nprediction:m -> store:s\nprediction:m -> feature:f\n"
	           "prediction:m -> consumer:c\nstore:s -> consumer:c\n");
	vec_push(&graph.findings, (Finding){ .rule = str_intern("r"), .level = LEVEL_NOTE, .subject = str_intern("s"),
		.message = str_intern("m"), .fingerprint = str_intern("0123456789abcdef") });
	return graph;
}

static void expect_problem(Graph *graph, const char *expected)
{
	Text problem = {0};

	assert_int_equal(graph_check(graph, &problem), !expected);
	assert_string_equal(text_data(&problem), expected ? expected : "");
	text_release(&problem);
	graph_release(graph);
}

static void test_check_damage(void **state)
{
	Graph graph = sound_graph();

	(void)state;
	expect_problem(&graph, NULL);
	graph = sound_graph();
	graph.edges.items[2].to = 99;
	expect_problem(&graph, "edge 2: node out of range");
	graph = sound_graph();
	vec_clear(&graph.edges.items[1].witness);
	expect_problem(&graph, "edge signal:a -> store:s: no witness");
	graph = sound_graph();
	graph.nodes.items[1].id = str_intern("feature:other");
	expect_problem(&graph, "node 1: id \"feature:other\" is not made of its kind and name");
	graph = sound_graph();
	map_clear(&graph.by_ends);
	expect_problem(&graph, "edge signal:a -> feature:f: not found by its ends");
	graph = sound_graph();
	graph.coverage.calls_resolved = 3;
	expect_problem(&graph, "coverage: 3 of 0 calls resolved");
	graph = sound_graph();
	graph.findings.items[0].fingerprint = str_intern("xyz");
	expect_problem(&graph, "finding 0 (r): fingerprint \"xyz\"");
	graph = sound_graph();
	vec_push(&graph.findings.items[0].nodes, 77);
	expect_problem(&graph, "finding 0 (r): node out of range");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_globs), cmocka_unit_test(test_test_paths), cmocka_unit_test(test_name_order),
		cmocka_unit_test(test_source_lines), cmocka_unit_test(test_order),
		cmocka_unit_test(test_findings_are_renumbered), cmocka_unit_test(test_modules), cmocka_unit_test(test_coverage),
		cmocka_unit_test(test_empty), cmocka_unit_test(test_check), cmocka_unit_test(test_check_damage),
	};

	return cmocka_run_group_tests(tests, make_root, remove_root);
}
