#include "render/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "render_graphs.h"

#include <string.h>

static View build(const Graph *graph, RenderOptions options)
{
	View view;
	Diags diags = {0};

	assert_true(view_build(graph, &options, &view, &diags));
	assert_int_equal(diags.items.len, 0);
	return view;
}

static const ViewNode *drawn(const View *view, const char *name)
{
	for (uint32_t i = 0; i < view->nodes.len; i++)
		if (str_is(view->nodes.items[i].name, name))
			return &view->nodes.items[i];
	return NULL;
}

static uint32_t members(const View *view)
{
	uint32_t sum = 0;

	for (uint32_t i = 0; i < view->nodes.len; i++)
		sum += view->nodes.items[i].members;
	return sum;
}

static void folds_equal_elements(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	View view = build(&graph, (RenderOptions){0});
	assert_non_null(drawn(&view, "f[0..4]"));
	assert_int_equal(drawn(&view, "f[0..4]")->members, 5);
	assert_non_null(drawn(&view, "f[5]"));
	assert_int_equal(view.nodes.len, 8);
	assert_int_equal(members(&view), 12);
	assert_string_equal(str_text(view.subtitle),
		"8 drawn of 12 nodes, 4 folded into others; 9 drawn of 17 edges");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .expand = "f" });
	assert_int_equal(view.nodes.len, 12);
	assert_non_null(drawn(&view, "f[3]"));
	view_release(&view);
	graph_release(&graph);
}

static void folds_gaps_and_differences(void **state)
{
	Graph graph = {0};
	NodeId a, b, model, feature[8];

	(void)state;
	a = add_node(&graph, NODE_SIGNAL, "a", "x.c", 1);
	b = add_node(&graph, NODE_SIGNAL, "b", "x.c", 2);
	model = add_node(&graph, NODE_MODEL, "m", "x.c", 3);
	for (int i = 0; i < 8; i++) {
		feature[i] = add_feature(&graph, "f", i, NULL, 5);
		add_edge(&graph, i == 3 ? b : a, feature[i], i == 6 ? DEP_CONTROL : DEP_DATA);
		add_edge(&graph, feature[i], model, DEP_DATA);
	}
	NodeId whole = add_node(&graph, NODE_FEATURE, "f", "src/features.c", 4);
	node_of(&graph, whole)->object = str_intern("f");
	add_edge(&graph, a, whole, DEP_DATA);
	add_edge(&graph, whole, model, DEP_DATA);
	View view = build(&graph, (RenderOptions){0});
	static const char *const names[] = { "f", "f[0..2]", "f[3]", "f[4..5]", "f[6]", "f[7]" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_non_null(drawn(&view, names[i]));
	assert_int_equal(view.nodes.len, 9);
	view_release(&view);
	view = build(&graph, (RenderOptions){ .limit = 6 });
	assert_non_null(drawn(&view, "f: 7 elements"));
	view_release(&view);
	graph_release(&graph);
}

static void fits_a_screen(void **state)
{
	static const uint32_t limits[] = { 0, 8, 12, 30, 200 };
	Graph graph = {0};

	(void)state;
	make_large(&graph, 3000);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		View view = build(&graph, (RenderOptions){ .limit = limits[i] });
		uint32_t most = limits[i] ? limits[i] : 60;
		assert_true(view.nodes.len <= (most < 18 ? 18 : most));
		assert_int_equal(members(&view), graph.nodes.len);
		view_release(&view);
	}
	View view = build(&graph, (RenderOptions){0});
	assert_non_null(drawn(&view, "+591 more signals"));
	view_release(&view);
	graph_release(&graph);
}

static void orders_columns(void **state)
{
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	View view = build(&graph, (RenderOptions){0});
	for (uint32_t i = 1; i < view.nodes.len; i++)
		assert_true(view.nodes.items[i].column >= view.nodes.items[i - 1].column);
	static const uint32_t expected[] = { 15, 1, 0, 44, 2, 2, 4 };
	assert_memory_equal(view.columns, expected, sizeof expected);
	for (uint32_t i = 0; i < view.edges.len; i++) {
		const ViewEdge *edge = &view.edges.items[i];
		assert_int_equal(edge->backward, view.nodes.items[edge->to].column <= view.nodes.items[edge->from].column);
	}
	view_release(&view);
	graph_release(&graph);
}

static void marks_what_matters(void **state)
{
	Graph graph = {0};
	uint32_t feedback = 0, cascades = 0, unresolved = 0;

	(void)state;
	make_ad_ranker(&graph);
	View view = build(&graph, (RenderOptions){0});
	assert_int_equal(drawn(&view, "weekly_report")->mark, MARK_HIDDEN);
	assert_int_equal(drawn(&view, "rank_ads")->mark, MARK_NONE);
	assert_int_equal(drawn(&view, "ad_features.device")->mark, MARK_UNUSED);
	assert_string_equal(str_text(drawn(&view, "ad_features.device")->detail), "never read");
	for (uint32_t i = 0; i < view.edges.len; i++) {
		feedback += view.edges.items[i].feedback;
		cascades += view.edges.items[i].cascade;
		unresolved += view.edges.items[i].unresolved;
	}
	assert_int_equal(feedback, 1);
	assert_int_equal(cascades, 1);
	assert_int_equal(unresolved, 1);
	view_release(&view);
	graph_release(&graph);
}

static void selects(void **state)
{
	static const struct { const char *view, *argument; uint32_t depth, kinds; const char *nodes; } cases[] = {
		{ "cascades", NULL, 0, 0,
			"kv[\"last_price\"] conv_in[0] conv_in[3] conversion ctr conversion ctr" },
		{ "hidden-consumers", NULL, 0, 0, "ctr ctr rank_ads weekly_report" },
		{ "unused", NULL, 0, 0, "ad.age clock ad_features.device" },
		{ "features", "conversion", 0, 0, "device.os device.type net.rtt session.length kv[\"last_price\"] conv_in[0] "
			"conv_in[1] conv_in[2] conv_in[3] conversion conversion ctr" },
		{ "features", "conversion", 1, 0, "conv_in[0..3] conversion conversion" },
		{ "features", "conversion", 0, 1 << DEP_CONTROL, "conversion" },
		{ "feedback", NULL, 0, 0, "kv[\"last_price\"] conv_in[0] conversion conversion pace_budget set_price" },
		{ "variants", NULL, 0, 0, "ad.category net.rtt ad_features.lang_match ctr f->x = a; f->x = b;" },
		{ "impact", "user.age", 2, 0, "user.age ad_features.age ctr" },
		{ "impact", "ad.category", 0, 1 << DEP_CONTROL, "ad.category" },
		{ "impact", "weekly_report", 0, 0, "weekly_report" },
	};
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	add_divergence(&graph, "feature:ad_features.lang_match");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Text names = {0};
		View view = build(&graph, (RenderOptions){ .view = cases[i].view, .argument = cases[i].argument,
			.depth = cases[i].depth, .kinds = cases[i].kinds });
		for (uint32_t n = 0; n < view.nodes.len; n++)
			text_printf(&names, "%s%s", n ? " " : "", str_text(view.nodes.items[n].name));
		assert_string_equal(text_data(&names), cases[i].nodes);
		text_release(&names);
		view_release(&view);
	}
	graph_release(&graph);
}

static void marks_unread_predictions(void **state)
{
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	NodeId spare = add_node(&graph, NODE_PREDICTION, "ctr.spare", "src/rank.c", 101);
	add_edge(&graph, graph_find(&graph, "model:ctr"), spare, DEP_DATA);
	add_finding(&graph, "unused-feature", LEVEL_NOTE, spare, "has no consumer");
	View view = build(&graph, (RenderOptions){0});
	assert_int_equal(drawn(&view, "ctr.spare")->mark, MARK_UNUSED);
	assert_string_equal(str_text(drawn(&view, "ctr.spare")->detail), "no consumer was found");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .view = "unused" });
	assert_non_null(drawn(&view, "ctr.spare"));
	assert_non_null(drawn(&view, "ad_features.device"));
	view_release(&view);
	graph_release(&graph);
}

static void says_how_variants_differ(void **state)
{
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	add_divergence(&graph, "feature:ad_features.lang_match");
	View view = build(&graph, (RenderOptions){ .view = "variants" });
	const ViewNode *feature = drawn(&view, "ad_features.lang_match");
	assert_int_equal(feature->mark, MARK_FOCUS);
	assert_string_equal(str_text(feature->detail), "made in 2 ways");
	assert_string_equal(str_text(drawn(&view, "f->x = a;")->place), "serve.c:10");
	assert_string_equal(str_text(drawn(&view, "f->x = b;")->detail), "in g");
	assert_int_equal(drawn(&view, "f->x = a;")->mark, MARK_FOCUS);
	view_release(&view);
	/* With expressions, what each of them names leads to it alone. */
	Node *node = node_of(&graph, graph_find(&graph, "feature:ad_features.lang_match"));
	vec_push(&node->definitions, (Definition){ .site = site_at("serve.c", 10, 1, "serve"),
		.expression = str_intern("(ad.category * 2)") });
	vec_push(&node->definitions, (Definition){ .site = site_at("train.c", 20, 1, "train"), .variant = str_intern("TRAINING"),
		.expression = str_intern("(ad.category * 3)") });
	view = build(&graph, (RenderOptions){ .view = "variants" });
	assert_string_equal(str_text(drawn(&view, "(ad.category * 3)")->detail), "in train, TRAINING");
	uint32_t made_of = 0, direct = 0;
	for (uint32_t e = 0; e < view.edges.len; e++) {
		const ViewNode *from = &view.nodes.items[view.edges.items[e].from], *to = &view.nodes.items[view.edges.items[e].to];
		made_of += str_is(from->name, "ad.category") && to->column == COLUMN_VALUE;
		direct += str_is(from->name, "ad.category") && to->column == COLUMN_FEATURE;
	}
	assert_int_equal(made_of, 2);
	assert_int_equal(direct, 0);
	view_release(&view);
	graph_release(&graph);
}

static Str names_drawn(const View *view)
{
	Text names = {0};

	for (uint32_t n = 0; n < view->nodes.len; n++)
		text_printf(&names, "%s%s", n ? " " : "", str_text(view->nodes.items[n].name));
	Str result = str_intern(text_data(&names));
	text_release(&names);
	return result;
}

static void selectors_select(void **state)
{
	static const struct { const char *select, *nodes; } cases[] = {
		{ "user.age", "user.age" },
		{ "user.age+", "user.age ad_features.age ctr ctr conv_in[3] conversion rank_ads weekly_report conversion "
			"kv[\"last_price\"] conv_in[0] pace_budget set_price" },
		{ "user.age+2", "user.age ad_features.age ctr" },
		{ "2+model:conversion,kind:signal", "device.os device.type net.rtt session.length" },
		{ "1+model:conversion+1", "conv_in[0..3] conversion conversion" },
		{ "user.*", "user.age user.clicks user.country user.profile user.views" },
		{ "kind:model kind:store", "kv[\"last_price\"] conversion ctr" },
		{ "kind:consumer,file:tools/*", "weekly_report" },
		{ "kind:consumer,file:price.c", "set_price" },
		{ "owner:ads", "ctr" },
		{ "module:conv*", "conversion" },
		{ "kv[\"last_price\"]+1", "kv[\"last_price\"] conv_in[0]" },
		{ "kind:model,kind:store", "" },
	};
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	graph.nodes.items[graph_find(&graph, "model:ctr")].owner = str_intern("ads");
	graph.nodes.items[graph_find(&graph, "model:conversion")].module = str_intern("conversions");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		View view = build(&graph, (RenderOptions){ .select = cases[i].select });
		NodeIds expected = {0};
		assert_int_equal(view.nodes.len != 0, *cases[i].nodes != '\0');
		for (uint32_t n = 0; n < view.nodes.len; n++)
			if (!strstr(cases[i].nodes, str_text(view.nodes.items[n].name)))
				fail_msg("%s draws %s", cases[i].select, str_text(view.nodes.items[n].name));
		for (const char *c = cases[i].nodes; *c; c++)
			if (c == cases[i].nodes || c[-1] == ' ')
				vec_push(&expected, 0);
		if (expected.len != view.nodes.len)
			fail_msg("%s draws %s", cases[i].select, str_text(names_drawn(&view)));
		assert_int_equal(str_empty(view.empty), view.nodes.len != 0);
		vec_release(&expected);
		view_release(&view);
	}
	graph_release(&graph);
}

static const ViewEdge *cell(const View *view, const char *from, const char *to)
{
	for (uint32_t i = 0; i < view->edges.len; i++)
		if (str_is(view->nodes.items[view->edges.items[i].from].name, from) &&
			str_is(view->nodes.items[view->edges.items[i].to].name, to))
			return &view->edges.items[i];
	return NULL;
}

/* Ways through features count, those through predictions do not; a way is as strong as its weakest edge. */
static void fills_the_matrix(void **state)
{
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	View view = build(&graph, (RenderOptions){ .view = "matrix" });
	assert_int_equal(view.shape, SHAPE_MATRIX);
	assert_int_equal(cell(&view, "user.age", "ad_features.age")->kind, DEP_DATA);
	assert_int_equal(cell(&view, "user.age", "ctr")->kind, DEP_DATA);
	assert_null(cell(&view, "user.age", "conversion"));
	assert_int_equal(cell(&view, "ctr", "conversion")->kind, DEP_DATA);
	assert_int_equal(cell(&view, "page.topic", "embedding[0..31]")->kind, DEP_INDEX);
	assert_null(cell(&view, "user.clicks", "conversion"));
	for (uint32_t i = 0; i < view.edges.len; i++) {
		assert_true(view_is_row(&view.nodes.items[view.edges.items[i].from]));
		assert_false(view_is_row(&view.nodes.items[view.edges.items[i].to]));
	}
	view_release(&view);
	graph_release(&graph);
}

/* A filter: each element depends on its own past and on that of the others. */
static void folds_what_depends_on_itself(void **state)
{
	Graph graph = {0};
	NodeId features[8];

	(void)state;
	NodeId raw = add_node(&graph, NODE_SIGNAL, "raw", "src/in.c", 3);
	NodeId model = add_node(&graph, NODE_MODEL, "net", "src/net.c", 40);
	for (int i = 0; i < 8; i++)
		features[i] = add_feature(&graph, "f", i, NULL, 20);
	for (int i = 0; i < 8; i++) {
		add_edge(&graph, raw, features[i], i == 5 ? DEP_CONTROL : DEP_DATA);
		add_edge(&graph, features[i], model, DEP_DATA);
		for (int j = 0; j <= i; j++)
			add_state_edge(&graph, features[j], features[i], DEP_DATA);
	}
	View view = build(&graph, (RenderOptions){0});
	assert_string_equal(str_text(names_drawn(&view)), "raw f[0..4] f[5] f[6..7] net");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .expand = "x,f" });
	assert_int_equal(view.nodes.len, 10);
	view_release(&view);
	graph_release(&graph);
}

/* Few nodes with very many edges are folded further. */
static void folds_a_tangle(void **state)
{
	Graph graph = {0};
	NodeId signals[18], features[18];

	(void)state;
	for (int i = 0; i < 18; i++) {
		char name[20];
		snprintf(name, sizeof name, "signal_%d", i);
		signals[i] = add_node(&graph, NODE_SIGNAL, name, "src/in.c", 3);
		features[i] = add_feature(&graph, "f", i, NULL, 20);
	}
	for (int i = 0; i < 18 * 18; i++)
		add_edge(&graph, signals[i / 18], features[i % 18], i % 7 ? DEP_DATA : DEP_CONTROL);
	View view = build(&graph, (RenderOptions){0});
	assert_true(view.edges.len <= 180);
	view_release(&view);
	view = build(&graph, (RenderOptions){ .expand = "all" });
	assert_int_equal(view.nodes.len, 36);
	view_release(&view);
	graph_release(&graph);
}

/* As high as a screen: one prediction with many readers is one long column. */
static void keeps_columns_short(void **state)
{
	Graph graph = {0};
	uint32_t consumers = 0;

	(void)state;
	NodeId prediction = graph_node(&graph, NODE_PREDICTION, str_intern("score"));
	for (int i = 0; i < 50; i++) {
		NodeId consumer = graph_node(&graph, NODE_CONSUMER, str_format("reader_%02d", i));
		graph.nodes.items[consumer].module = str_format("module_%02d", i);
		add_edge(&graph, prediction, consumer, DEP_DATA);
	}
	View view = build(&graph, (RenderOptions){0});
	for (uint32_t i = 0; i < view.nodes.len; i++)
		consumers += view.nodes.items[i].column == COLUMN_CONSUMER;
	assert_in_range(consumers, 2, 26);
	view_release(&view);
	graph_release(&graph);
}

/* COUNT values that the program keeps, all of which decide about FEATURE. */
static void add_kept(Graph *graph, const char *record, uint32_t count, NodeId feature)
{
	char name[40];

	for (uint32_t i = 0; i < count; i++) {
		snprintf(name, sizeof name, "%s.v%u", record, i);
		NodeId id = add_node(graph, NODE_SIGNAL, name, NULL, 0);
		node_of(graph, id)->kept = true;
		add_state_edge(graph, id, feature, DEP_DATA);
	}
}

static void tells_state_from_signals(void **state)
{
	Graph graph = {0};

	(void)state;
	NodeId raw = add_node(&graph, NODE_SIGNAL, "raw", "x.c", 1), feature = add_feature(&graph, "f", 0, NULL, 5);
	add_edge(&graph, raw, feature, DEP_DATA);
	add_kept(&graph, "a", 2, feature);
	add_kept(&graph, "filter", 9, feature);
	View view = build(&graph, (RenderOptions){0});
	assert_int_equal(view.columns[COLUMN_SIGNAL], 1);
	assert_int_equal(view.columns[COLUMN_STATE], 11);
	assert_non_null(drawn(&view, "a.{v0, v1}"));
	assert_non_null(drawn(&view, "filter.{v0, v1, +7 more}"));
	for (uint32_t i = 0; i < view.edges.len; i++) {
		assert_int_equal(view.edges.items[i].delayed, view.nodes.items[view.edges.items[i].from].column == COLUMN_STATE);
		assert_false(view.edges.items[i].feedback);
	}
	view_release(&view);
	graph_release(&graph);
}

/* Elements of one array with equal edges: eight and more are told apart by the functions that they come through. */
static void tells_ways_apart(void **state)
{
	Graph graph = {0};

	(void)state;
	NodeId raw = add_node(&graph, NODE_SIGNAL, "raw", "x.c", 1), model = add_node(&graph, NODE_MODEL, "m", "x.c", 3);
	for (int i = 0; i < 12; i++) {
		NodeId feature = add_feature(&graph, i < 10 ? "f" : "few", i, NULL, 5);
		EdgeId edge = add_edge(&graph, raw, feature, DEP_DATA);
		graph.edges.items[edge].witness.items[0].site.function = str_intern(i < 6 || i == 10 ? "energy" : "pitch");
		add_edge(&graph, feature, model, DEP_DATA);
	}
	View view = build(&graph, (RenderOptions){0});
	assert_non_null(drawn(&view, "f[0..5]"));
	assert_non_null(drawn(&view, "f[6..9]"));
	assert_non_null(drawn(&view, "few[10..11]"));
	view_release(&view);
	graph_release(&graph);
}

static void folds_consumers_by_folder(void **state)
{
	Graph graph = {0};
	char name[40], file[40];

	(void)state;
	NodeId out = add_node(&graph, NODE_PREDICTION, "m", "x.c", 3);
	for (uint32_t i = 0; i < 60; i++) {
		snprintf(name, sizeof name, "use_%u", i);
		snprintf(file, sizeof file, "%s/f%u.c", i % 3 ? "codec" : "app", i);
		EdgeId edge = add_edge(&graph, out, add_node(&graph, NODE_CONSUMER, name, file, 1), DEP_DATA);
		Step step = graph.edges.items[edge].witness.items[0];
		for (uint32_t more = 0; i != 30 && more < 3; more++)
			vec_push(&graph.edges.items[edge].witness, step);
	}
	View view = build(&graph, (RenderOptions){0});
	assert_int_equal(view.nodes.len, 1 + 15);
	assert_non_null(drawn(&view, "use_30")); /* the nearest */
	const ViewNode *app = &view.nodes.items[view.nodes.len - 2], *codec = &view.nodes.items[view.nodes.len - 1];
	assert_int_equal(app->members + codec->members, 60 - 13);
	assert_non_null(strstr(str_text(app->place), " files in app/"));
	assert_non_null(strstr(str_text(codec->place), " files in codec/"));
	view_release(&view);
	graph_release(&graph);
}

/* Settings that decide about everything are one node when the picture is a tangle. */
static void folds_settings(void **state)
{
	enum { FEATURES = 10, STORES = 8, SETTINGS = 6 };
	NodeId features[FEATURES];
	Graph graph = {0};
	char name[40];

	(void)state;
	for (int i = 0; i < FEATURES; i++)
		features[i] = add_feature(&graph, "f", i * 2, NULL, 5);
	for (uint32_t s = 0; s < STORES + SETTINGS; s++) {
		snprintf(name, sizeof name, "s%u", s);
		NodeId source = add_node(&graph, s < STORES ? NODE_STORE : NODE_SIGNAL, name, "x.c", s);
		for (uint32_t i = 0; i < FEATURES; i++)
			if (s < STORES ? i == s || i == s + 1 : i != s - STORES)
				add_edge(&graph, source, features[i], s < STORES ? DEP_DATA : DEP_CONTROL);
	}
	View view = build(&graph, (RenderOptions){ .limit = 40 });
	assert_non_null(drawn(&view, "6 signals"));
	assert_string_equal(str_text(drawn(&view, "6 signals")->detail), "only decide or choose");
	assert_non_null(drawn(&view, "s0"));
	view_release(&view);
	view = build(&graph, (RenderOptions){ .limit = 100 });
	assert_non_null(drawn(&view, "s13"));
	view_release(&view);
	graph_release(&graph);
}

/* How many dependencies the drawn edges into the node called NAME stand for. */
static uint32_t ways_into(const View *view, const char *name)
{
	uint32_t count = 0;

	for (uint32_t e = 0; e < view->edges.len; e++)
		if (&view->nodes.items[view->edges.items[e].to] == drawn(view, name))
			count += view->edges.items[e].count;
	return count;
}

/* What a helper puts into an array that is then changed in place is the feature, not a value before it. */
static void sees_features_changed_in_place(void **state)
{
	static const char *const lines[] = { "E = s;", "out[i] = E;", NULL };
	Graph graph = {0};

	(void)state;
	NodeId model = add_node(&graph, NODE_MODEL, "m", "x.c", 3), signal = add_node(&graph, NODE_SIGNAL, "s", "x.c", 1);
	for (int i = 0; i < 3; i++) {
		NodeId feature = add_feature(&graph, "f", i, NULL, 5);
		node_of(&graph, feature)->sites.items[0] = i ? site_at("src/steps.c", 11, 1, "dct") : site_at("x.c", 9, 1, "make");
		EdgeId edge = add_edge(&graph, signal, feature, DEP_DATA);
		pass_through(&graph, edge, "dct", lines);
		graph.edges.items[edge].witness.len -= i ? 1 : 0;
		add_edge(&graph, feature, model, DEP_DATA);
	}
	View view = build(&graph, (RenderOptions){ .view = "steps" });
	assert_string_equal(str_text(names_drawn(&view)), "s E f[0..2] m");
	view_release(&view);
	graph_release(&graph);
}

static void names_values_in_between(void **state)
{
	static const char *const lines[][8] = {
		{ "float x = in[0] + 1;", "y += x;", "for (i=0;i<9;i++) s->sum[i] = a[i] == b;", NULL },
		{ "float x = in[1];", "if (x <= 3) return x;", "t[n[i]].r >>= x;", NULL },
	};
	static const char *const helper[] = { "h = a;", NULL };
	Graph graph = {0};

	(void)state;
	NodeId model = add_node(&graph, NODE_MODEL, "m", "x.c", 3);
	for (int i = 0; i < 2; i++) {
		NodeId signal = add_node(&graph, NODE_SIGNAL, i ? "in.b" : "in.a", "x.c", 1);
		NodeId features[] = { add_feature(&graph, "f", 2 * i, NULL, 5), add_feature(&graph, "f", 2 * i + 1, NULL, 5) };
		for (int f = 0; f < 2; f++) {
			EdgeId edge = add_edge(&graph, signal, features[f], DEP_DATA);
			pass_through(&graph, edge, "make", lines[i]);
			pass_through(&graph, edge, "helper", helper);
			add_edge(&graph, features[f], model, DEP_DATA);
		}
	}
	View view = build(&graph, (RenderOptions){ .view = "steps" });
	assert_non_null(drawn(&view, "s->sum"));
	assert_non_null(drawn(&view, "t.r"));
	assert_string_equal(str_text(drawn(&view, "t.r")->detail), "in make");
	assert_null(drawn(&view, "h")); /* the two ways cross in it */
	assert_null(drawn(&view, "y")); /* only hands on */
	assert_non_null(drawn(&view, "f[0..1]"));
	assert_non_null(drawn(&view, "f[2..3]"));
	assert_int_equal(view.columns[COLUMN_VALUE], 2);
	assert_int_equal(ways_into(&view, "f[0..1]"), 2);
	assert_int_equal(ways_into(&view, "m"), 4);
	assert_string_equal(str_text(view.subtitle), "2 values in between, on the shortest way of each dependency; "
		"5 drawn of 7 nodes, 2 folded into others");
	view_release(&view);
	vec_push(&node_of(&graph, model)->guards, site_at("src/gate.c", 8, 1, "f"));
	node_of(&graph, model)->has_state = true;
	view = build(&graph, (RenderOptions){ .view = "features" });
	assert_string_equal(str_text(drawn(&view, "m")->detail), "keeps state, only if src/gate.c:8");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .view = "steps", .select = "in.a f[0]" });
	assert_string_equal(str_text(names_drawn(&view)), "in.a h f[0] m");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .view = "steps", .select = "m" });
	assert_string_equal(str_text(view.empty), "no feature of this model is drawn");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .view = "steps", .limit = 5 });
	assert_int_equal(view.columns[COLUMN_VALUE], 0);
	view_release(&view);
	graph_release(&graph);
	model = add_node(&graph, NODE_MODEL, "big", "x.c", 3);
	for (int i = 0; i < 200; i++) {
		char name[20];
		snprintf(name, sizeof name, "s%d", i);
		NodeId feature = add_feature(&graph, "f", 2 * i, NULL, 5);
		add_edge(&graph, add_node(&graph, NODE_SIGNAL, name, "x.c", 1), feature, DEP_DATA);
		add_edge(&graph, feature, model, DEP_DATA);
	}
	view = build(&graph, (RenderOptions){ .view = "steps" });
	assert_int_equal(view.nodes.len, 1 + 15 + 15);
	assert_int_equal(members(&view), graph.nodes.len);
	assert_non_null(drawn(&view, "+186 more signals"));
	view_release(&view);
	graph_release(&graph);
}

static void says_why_it_is_empty(void **state)
{
	Graph graph = {0};

	(void)state;
	for (const ViewKind *kind = view_kinds; kind->name; kind++) {
		if (!strcmp(kind->name, "impact"))
			continue;
		View view = build(&graph, (RenderOptions){ .view = kind->name });
		assert_int_equal(view.nodes.len, 0);
		assert_false(str_empty(view.empty));
		assert_false(str_empty(view.advice));
		view_release(&view);
	}
	graph_release(&graph);
}

static void complains(void **state)
{
	static const struct { RenderOptions options; const char *message; } cases[] = {
		{ { .view = "overvew" }, "unknown view \"overvew\"; did you mean \"overview\"?" },
		{ { .view = "x" },
			"unknown view \"x\"; known are overview, features, steps, feedback, cascades, hidden-consumers, unused, impact, "
			"matrix, variants, census" },
		{ { .view = "impact" }, "the view \"impact\" is about one node: give its name" },
		{ { .view = "impact", .argument = "clok" }, "no node \"clok\"; did you mean \"clock\"?" },
		{ { .view = "census", .select = "+ctr" }, "the view \"census\" draws no nodes, so that it takes no selector: \"+ctr\"" },
		{ { .view = "features" }, "this view is about one model: give one of ctr, conversion" },
		{ { .view = "features", .argument = "user.age" },
			"no node \"user.age\"; graph.json lists all nodes, one is \"ctr\"" },
		{ { .select = "+clok" }, "no node \"clok\"; did you mean \"clock\"?" },
		{ { .select = "kind:modle" }, "the selector \"kind:modle\" matches no node" },
		{ { .group_by = "modul" }, "cannot group by \"modul\"; did you mean \"module\"?" },
		{ { .group_by = "colour" }, "cannot group by \"colour\"; use module, file, function or none" },
	};
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Diags diags = {0};
		View view;
		assert_false(view_build(&graph, &cases[i].options, &view, &diags));
		assert_int_equal(diags.items.len, 1);
		assert_string_equal(str_text(diags.items.items[0].message), cases[i].message);
		view_release(&view);
		diags_release(&diags);
	}
	graph_release(&graph);
}

static void groups(void **state)
{
	Graph graph = {0};

	(void)state;
	make_small(&graph);
	View view = build(&graph, (RenderOptions){0});
	assert_string_equal(str_text(view.boxes.items[drawn(&view, "raw")->box].label), "src/in.c");
	view_release(&view);
	view = build(&graph, (RenderOptions){ .group_by = "none" });
	assert_int_equal(view.boxes.len, 0);
	view_release(&view);
	graph.nodes.items[0].module = str_intern("inputs");
	view = build(&graph, (RenderOptions){0});
	assert_int_equal(view.boxes.len, 1);
	assert_string_equal(str_text(view.boxes.items[0].label), "inputs");
	view_release(&view);
	graph_release(&graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds_equal_elements),
		cmocka_unit_test(folds_gaps_and_differences),
		cmocka_unit_test(fits_a_screen),
		cmocka_unit_test(orders_columns),
		cmocka_unit_test(marks_what_matters),
		cmocka_unit_test(selects),
		cmocka_unit_test(says_how_variants_differ),
		cmocka_unit_test(marks_unread_predictions),
		cmocka_unit_test(selectors_select),
		cmocka_unit_test(fills_the_matrix),
		cmocka_unit_test(folds_what_depends_on_itself),
		cmocka_unit_test(folds_a_tangle),
		cmocka_unit_test(keeps_columns_short),
		cmocka_unit_test(tells_state_from_signals),
		cmocka_unit_test(tells_ways_apart),
		cmocka_unit_test(folds_consumers_by_folder),
		cmocka_unit_test(folds_settings),
		cmocka_unit_test(names_values_in_between),
		cmocka_unit_test(sees_features_changed_in_place),
		cmocka_unit_test(says_why_it_is_empty),
		cmocka_unit_test(complains),
		cmocka_unit_test(groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
