#include "render/renderer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/changes.h"
#include "render/explain.h"
#include "render/listing.h"
#include "render/summary.h"
#include "render_golden.h"
#include "render_graphs.h"

/* The ad ranker with its sources where the golden tests keep them. */
static void make(Graph *graph)
{
	make_ad_ranker(graph);
	graph->root = str_intern(SOURCE_DIR "/tests/golden/render/sources");
}

static void summarises(void **state)
{
	static const struct { SummaryOptions options; const char *golden; } cases[] = {
		{ { .output = "out" }, "summary.txt" },
		{ { .width = 80, .all = true, .color = true }, "summary_all.txt" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Graph graph = {0};
		Text out = {0};
		make(&graph);
		summary_print(&graph, &cases[i].options, &out);
		golden_check(cases[i].golden, &out);
		text_release(&out);
		graph_release(&graph);
	}
}

static void summarises_nothing(void **state)
{
	Graph graph = {0};
	Text out = {0};

	(void)state;
	summary_print(&graph, &(SummaryOptions){0}, &out);
	golden_check("summary_empty.txt", &out);
	text_clear(&out);
	graph.coverage = (Coverage){ .units = 3, .units_parsed = 3, .functions = 40, .functions_analysed = 1 };
	vec_push(&graph.coverage.unresolved, (Unresolved){ .site = { str_intern("main.c"), 7, 1, str_intern("main") },
		.what = str_intern("function given up: too deep or too large"), .subject = str_intern("main"), .features = 0 });
	summary_print(&graph, &(SummaryOptions){0}, &out);
	golden_check("summary_unreached.txt", &out);
	text_clear(&out);
	Unresolved late = { .site = { str_intern("main.c"), 9, 1, str_intern("other") }, .what = str_intern(UNRESOLVED_NO_STEPS),
		.subject = str_intern("other") };
	vec_push(&graph.coverage.unresolved, late);
	summary_print(&graph, &(SummaryOptions){0}, &out);
	assert_non_null(strstr(out.data, "2 places could not be followed, 1 entry point among them that no steps were left for:\n"
		"  main.c:7: function given up: too deep or too large \"main\"\n  main.c:9: "));
	text_clear(&out);
	for (int i = 0; i < 2; i++)
		vec_push(&graph.coverage.unresolved, late);
	graph.coverage.unresolved.items[0].features = 2;
	summary_print(&graph, &(SummaryOptions){0}, &out);
	assert_non_null(strstr(out.data, "4 places could not be followed, 1 of them on the way to a feature of a model, 3 entry points among them that "
		"no steps were left for (--all), first of all:\n"));
	text_release(&out);
	graph_release(&graph);
}

static void counts_what_it_leaves_out(void **state)
{
	Graph graph = {0};
	Text out = {0};

	(void)state;
	NodeId node = add_node(&graph, NODE_SIGNAL, "s", "a.c", 1);
	for (int i = 0; i < 30; i++)
		add_finding(&graph, "stale-state", LEVEL_WARNING, node, "stale");
	add_finding(&graph, "hidden-consumer", LEVEL_ERROR, node, "first");
	add_finding(&graph, "hidden-consumer", LEVEL_WARNING, node, "noise")->hidden = true;
	add_finding(&graph, "hidden-consumer", LEVEL_WARNING, node, "known")->suppressed = true;
	summary_print(&graph, &(SummaryOptions){0}, &out);
	assert_non_null(strstr(out.data, "1 error, 30 warnings, 1 suppressed\n"));
	assert_true(strstr(out.data, "error: first") < strstr(out.data, "warning: stale"));
	assert_non_null(strstr(out.data, "[stale-state, 30 such]"));
	assert_null(strstr(out.data, "noise"));
	assert_null(strstr(out.data, "known"));
	text_release(&out);
	graph_release(&graph);
}

/* Whatever was found, a terminal of 24 lines and some shows it. */
static void fits_25_lines(void **state)
{
	static const char *const rules[] = { "stale-state", "hidden-consumer", "unused-feature", "feedback-loop" };
	static const uint32_t widths[] = { 0, 60, 80, 200 };
	char message[300];

	(void)state;
	for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
		for (int count = 0; count < 60; count++) {
			Graph graph = {0};
			Text out = {0};
			uint32_t lines = 0, column = 0;
			make(&graph);
			for (int i = 0; i < count; i++) {
				snprintf(message, sizeof message, "%d %0*d", i, i * 7 % 250 + 1, i);
				add_finding(&graph, rules[i % 4], LEVEL_WARNING, 0, message);
				vec_push(&graph.coverage.failed_units, str_intern(message));
			}
			summary_print(&graph, &(SummaryOptions){ .width = widths[w], .output = "out" }, &out);
			for (size_t i = 0; i < out.len; i++) {
				column += out.data[i] != '\n' && ((unsigned char)out.data[i] & 0xc0) != 0x80;
				if (out.data[i] == '\n' || (widths[w] && column > widths[w])) {
					lines++;
					column = out.data[i] != '\n';
				}
			}
			if (lines > 25)
				fail_msg("%u lines of %u columns: %s", lines, widths[w], out.data);
			text_release(&out);
			graph_release(&graph);
		}
	}
}

static void reports(void **state)
{
	Diags diags = {0};
	const Renderer *markdown = renderer_find("markdown", false, &diags);
	Graph graph = {0}, empty = {0};
	Text out = {0};

	(void)state;
	assert_non_null(markdown);
	make(&graph);
	node_of(&graph, 0)->label_role = true;
	Finding *finding = add_finding(&graph, "stale-state", LEVEL_WARNING, 3, "known");
	finding->suppressed = true;
	finding->suppression = str_intern("removed with v3 | see #12");
	assert_true(markdown->render(&graph, &(RenderOptions){0}, &out, &diags));
	golden_check("report.md", &out);
	text_clear(&out);
	assert_true(markdown->render(&empty, &(RenderOptions){0}, &out, &diags));
	golden_check("report_empty.md", &out);
	text_release(&out);
	graph_release(&graph);
}

static void escapes_markdown(void **state)
{
	Diags diags = {0};
	Graph graph = {0};
	Text out = {0};

	(void)state;
	NodeId node = add_node(&graph, NODE_SIGNAL, "a|b`c", "x|y.c", 1);
	add_node(&graph, NODE_MODEL, "`m`", NULL, 0);
	Finding *finding = add_finding(&graph, "rule", LEVEL_WARNING, node, "<script> *bold* [link](x) #1\n# heading");
	finding->witness = steps_at("x|y.c", 1, 1, "puts(\"```\");", "", DEP_DATA);
	renderer_find("markdown", false, &diags)->render(&graph, &(RenderOptions){0}, &out, &diags);
	golden_check("escapes.md", &out);
	text_release(&out);
	graph_release(&graph);
}

static void explains(void **state)
{
	static const struct { const char *first, *second, *golden; } cases[] = {
		{ "clock", "rank_ads", "explain_way.txt" },
		{ "rank_ads", "clock", "explain_way.txt" },
		{ "ctr", "ctr", "explain_itself.txt" },
		{ "conversion", NULL, "explain_node.txt" },
		{ "device", NULL, "explain_feature.txt" },
		{ "hidden-consumer:prediction:ctr", NULL, "explain_finding.txt" },
		{ "0000000000000001", NULL, "explain_finding.txt" },
	};
	Graph graph = {0};

	(void)state;
	make(&graph);
	Node *device = node_of(&graph, graph_find(&graph, "feature:ad_features.device"));
	vec_push(&device->dead_stores,
		(DeadStore){ site_at("src/features.c", 46, 2, "f"), site_at("src/features.c", 48, 2, "f") });
	graph_add_site(&device->guards, site_at("src/features.c", 3, 6, "f"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Text out = {0};
		Diags diags = {0};
		assert_true(explain_print(&graph, cases[i].first, cases[i].second, &(ExplainOptions){0}, &out, &diags));
		golden_check(cases[i].golden, &out);
		text_release(&out);
	}
	graph_release(&graph);
}

static void explains_what_is_wrong(void **state)
{
	static const struct { const char *first, *second, *message; } cases[] = {
		{ "clok", NULL, "no node \"clok\"; did you mean \"clock\"?" },
		{ "user.age", "user.clicks", "\"signal:user.age\" and \"signal:user.clicks\" do not depend on each other" },
		{ "user.age", "user.clics", "no node \"user.clics\"; did you mean \"user.clicks\"?" },
	};
	Graph graph = {0};

	(void)state;
	make(&graph);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Text out = {0};
		Diags diags = {0};
		assert_false(explain_print(&graph, cases[i].first, cases[i].second, &(ExplainOptions){0}, &out, &diags));
		assert_string_equal(str_text(diags.items.items[0].message), cases[i].message);
		text_release(&out);
		diags_release(&diags);
	}
	graph_release(&graph);
}

static void lists(void **state)
{
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	(void)state;
	make(&graph);
	assert_true(features_print(&graph, "ctr", &(ListingOptions){0}, &out, &diags));
	golden_check("features.txt", &out);
	text_clear(&out);
	assert_true(features_print(&graph, "ctr", &(ListingOptions){ .width = 90 }, &out, &diags));
	golden_check("features_narrow.txt", &out);
	text_clear(&out);
	assert_true(impact_print(&graph, "page.topic", &(ListingOptions){0}, &out, &diags));
	golden_check("impact.txt", &out);
	text_clear(&out);
	assert_true(impact_print(&graph, "page.topic", &(ListingOptions){ .depth = 1, .kinds = 1 << DEP_DATA }, &out, &diags));
	golden_check("impact_near.txt", &out);
	text_clear(&out);
	assert_true(impact_print(&graph, "set_price", &(ListingOptions){0}, &out, &diags));
	golden_check("impact_none.txt", &out);
	assert_int_equal(diags.items.len, 0);
	text_clear(&out);
	assert_false(features_print(&graph, NULL, &(ListingOptions){0}, &out, &diags));
	assert_string_equal(str_text(diags.items.items[0].message), "there are several models: give one of ctr, conversion");
	assert_int_equal(out.len, 0);
	text_release(&out);
	diags_release(&diags);
	graph_release(&graph);
}

/* 40 features that all rest on each other, on one emitted feature, and on ten signals. */
static void make_dense(Graph *graph)
{
	enum { DENSE = 40, SIGNALS = 10 };
	NodeId features[DENSE], model = add_node(graph, NODE_MODEL, "m", "m.c", 1);
	NodeId other = add_node(graph, NODE_FEATURE, "other", "o.c", 1);

	for (int i = 0; i < DENSE; i++) {
		features[i] = add_node(graph, NODE_FEATURE, str_text(str_format("f[%d]", i)), "f.c", (uint32_t)i + 1);
		Node *node = &graph->nodes.items[features[i]];
		node->object = str_intern("f");
		node->first = node->last = i;
		add_edge(graph, features[i], model, DEP_DATA);
	}
	for (int i = 0; i < DENSE; i++) {
		for (int j = 0; j < DENSE; j++)
			if (i != j)
				add_edge(graph, features[j], features[i], DEP_CONTROL);
		add_edge(graph, other, features[i], DEP_DATA);
	}
	for (int s = 0; s < SIGNALS; s++) {
		NodeId signal = add_node(graph, NODE_SIGNAL, str_text(str_format("s%d", s)), "s.c", (uint32_t)s + 1);
		add_edge(graph, signal, other, DEP_DATA);
		add_edge(graph, signal, features[0], DEP_INDEX);
		add_edge(graph, signal, features[39], DEP_INDEX);
	}
}

/* What is shared is shown once: the tree is no longer than what it tells of. */
static void lists_shared_sources_once(void **state)
{
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	(void)state;
	make_dense(&graph);
	assert_true(features_print(&graph, "m", &(ListingOptions){0}, &out, &diags));
	golden_check("features_shared.txt", &out);
	text_release(&out);
	graph_release(&graph);
}

/* What comes from outside stands before what the program keeps, and that by record. */
static void lists_what_is_kept_by_record(void **state)
{
	static const char *const kept[] = { "St.b", "St.a", "other", "St.c", "St.d", "St.e", "St.f" };
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	(void)state;
	NodeId feature = add_feature(&graph, "f", 0, NULL, 5), model = add_node(&graph, NODE_MODEL, "m", "x.c", 3);
	add_edge(&graph, feature, model, DEP_DATA);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		NodeId id = add_node(&graph, NODE_SIGNAL, kept[i], NULL, 0);
		node_of(&graph, id)->kept = true;
		add_edge(&graph, id, feature, DEP_DATA);
	}
	add_edge(&graph, add_node(&graph, NODE_SIGNAL, "zero", NULL, 0), feature, DEP_DATA);
	assert_true(features_print(&graph, "m", &(ListingOptions){ .ascii = true }, &out, &diags));
	assert_non_null(strstr(text_data(&out), "|- zero\n   |- other\n   `- St.{a, b, c, d, e, +1 more}\n"));
	text_release(&out);
	graph_release(&graph);
}

/* Elements that rest on the same are one range, whatever lines they are assigned on; a condition of its own tells apart. */
static void lists_elements_as_ranges(void **state)
{
	static const uint32_t lines[] = { 12, 7, 9, 9, 12 };
	enum { ELEMENTS = sizeof lines / sizeof *lines };
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	(void)state;
	NodeId model = add_node(&graph, NODE_MODEL, "m", NULL, 0), signal = add_node(&graph, NODE_SIGNAL, "s", NULL, 0);
	for (int i = 0; i < ELEMENTS; i++) {
		NodeId feature = add_node(&graph, NODE_FEATURE, str_text(str_format("f[%d]", i)), "f.c", lines[i]);
		Node *node = node_of(&graph, feature);
		node->object = str_intern("f");
		node->first = node->last = i;
		if (i == ELEMENTS - 1)
			vec_push(&node->guards, (Site){ .file = str_intern("f.c"), .line = 11 });
		add_edge(&graph, signal, feature, DEP_DATA);
		add_edge(&graph, feature, model, DEP_DATA);
	}
	assert_true(features_print(&graph, "m", &(ListingOptions){ .ascii = true }, &out, &diags));
	assert_string_equal(text_data(&out), "model:m\nis fed with 5 features\n"
		"|- f[0..3]  f.c:7, f.c:9 and 1 more\n|  `- s\n`- f[4]  f.c:12, only if f.c:11\n   `- s\n");
	text_release(&out);
	graph_release(&graph);
}

/* Dependencies of consecutive elements that came or went together are one line, at either end. */
static void folds_changed_edges(void **state)
{
	Graph before = {0}, after = {0};
	GraphDiff diff = { .before = &before, .after = &after };
	Text out = {0};

	(void)state;
	make(&after);
	for (EdgeId e = 0; e < after.edges.len; e++)
		if (str_is(node_of(&after, after.edges.items[e].to)->object, "embedding") ||
			str_is(node_of(&after, after.edges.items[e].from)->object, "embedding"))
			vec_push(&diff.edges_came, e);
	assert_int_equal(diff.edges_came.len, 3 * 32);
	diff_print(&diff, DIFF_TEXT, false, &out);
	assert_string_equal(text_data(&out), "edges\n"
		"+ feature:embedding[0..31] → model:ctr: data (src/features.c:69)\n"
		"+ signal:page.topic → feature:embedding[0..31]: index (src/features.c:33)\n"
		"+ signal:user.profile → feature:embedding[0..31]: data (src/features.c:33)\n");
	vec_release(&diff.edges_came);
	text_release(&out);
	graph_release(&after);
}

/* A narrow terminal with room shows place and rule whole, and what fits of the message below. */
static void breaks_lines_on_narrow_terminals(void **state)
{
	static const char long_message[] = "a message that is longer than what is left of a narrow terminal beside its place";
	Graph graph = {0};
	Text out = {0};

	(void)state;
	make(&graph);
	for (uint32_t f = 0; f < graph.findings.len; f++)
		graph.findings.items[f].hidden = true;
	for (int i = 0; i < 5; i++)
		add_finding(&graph, "stale-state", LEVEL_WARNING, 0, long_message)->advice = str_intern("do something");
	summary_print(&graph, &(SummaryOptions){ .width = 60, .output = "out" }, &out);
	assert_non_null(strstr(out.data, "warning [stale-state]\n  a message that is longer than what is left of a narrow te…\n"));
	text_release(&out);
	graph_release(&graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(summarises),
		cmocka_unit_test(summarises_nothing),
		cmocka_unit_test(counts_what_it_leaves_out),
		cmocka_unit_test(fits_25_lines),
		cmocka_unit_test(reports),
		cmocka_unit_test(escapes_markdown),
		cmocka_unit_test(explains),
		cmocka_unit_test(explains_what_is_wrong),
		cmocka_unit_test(lists), cmocka_unit_test(lists_shared_sources_once),
		cmocka_unit_test(lists_what_is_kept_by_record), cmocka_unit_test(lists_elements_as_ranges),
		cmocka_unit_test(folds_changed_edges),
		cmocka_unit_test(breaks_lines_on_narrow_terminals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
