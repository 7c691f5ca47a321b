/* The graph as it grows, roles as they are looked up, and graph.json there and back. */
#include "model/graph_json.h"
#include "model/ir.h"
#include "model/roles.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static Str s(const char *text) { return str_intern(text); }

static Steps steps(uint32_t count, uint32_t line)
{
	Steps result = {0};

	for (uint32_t i = 0; i < count; i++)
		vec_push(&result, (Step){ { s("a.c"), line + i, 1, s("f") }, s("x = y;"), s("assigned"), DEP_DATA, 0 });
	return result;
}

static void nodes_are_unique_by_id(void **state)
{
	(void)state;
	Graph graph = {0};
	NodeId age = graph_node(&graph, NODE_SIGNAL, s("profile.age"));

	assert_int_equal(graph_node(&graph, NODE_SIGNAL, s("profile.age")), age);
	assert_int_not_equal(graph_node(&graph, NODE_FEATURE, s("profile.age")), age);
	assert_int_equal(graph_find(&graph, "signal:profile.age"), age);
	assert_int_equal(graph_find(&graph, "signal:profile"), NONE);
	assert_string_equal(str_text(graph.nodes.items[age].label), "profile.age");
	assert_int_equal(graph.nodes.items[age].first, -1);
	graph_release(&graph);
	assert_int_equal(graph.nodes.len, 0);
}

static const struct {
	const char *name;
	struct { DepKind kind; bool state, unresolved; uint32_t steps; } first, second;
	struct { DepKind kind; bool state, unresolved; uint32_t steps, line; } result;
} merges[] = {
	{ "a stronger kind brings its witness and its flags",
	  { DEP_CONTROL, true, true, 2 }, { DEP_DATA, false, false, 5 }, { DEP_DATA, false, false, 5, 200 } },
	{ "a weaker kind changes nothing",
	  { DEP_DATA, false, false, 5 }, { DEP_INDEX, true, true, 1 }, { DEP_DATA, false, false, 5, 100 } },
	{ "index is stronger than control",
	  { DEP_CONTROL, false, false, 1 }, { DEP_INDEX, false, false, 3 }, { DEP_INDEX, false, false, 3, 200 } },
	{ "of one kind the shorter witness stays",
	  { DEP_DATA, false, false, 3 }, { DEP_DATA, false, false, 2 }, { DEP_DATA, false, false, 2, 200 } },
	{ "of one length the first stays",
	  { DEP_DATA, false, false, 3 }, { DEP_DATA, false, false, 3 }, { DEP_DATA, false, false, 3, 100 } },
	{ "any witness is better than none",
	  { DEP_DATA, false, false, 0 }, { DEP_DATA, false, false, 4 }, { DEP_DATA, false, false, 4, 200 } },
	{ "an empty witness replaces none",
	  { DEP_DATA, false, false, 4 }, { DEP_DATA, false, false, 0 }, { DEP_DATA, false, false, 4, 100 } },
	{ "a path without state clears it",
	  { DEP_DATA, true, false, 3 }, { DEP_DATA, false, false, 4 }, { DEP_DATA, false, false, 3, 100 } },
	{ "two paths of state keep it",
	  { DEP_DATA, true, false, 3 }, { DEP_DATA, true, false, 4 }, { DEP_DATA, true, false, 3, 100 } },
	{ "one resolved path is enough",
	  { DEP_DATA, false, true, 3 }, { DEP_DATA, false, false, 4 }, { DEP_DATA, false, false, 3, 100 } },
	{ "two unresolved paths stay unresolved",
	  { DEP_DATA, false, true, 3 }, { DEP_DATA, false, true, 4 }, { DEP_DATA, false, true, 3, 100 } },
};

static void edges_merge(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof merges / sizeof *merges; i++) {
		Graph graph = {0};
		NodeId from = graph_node(&graph, NODE_SIGNAL, s("x")), to = graph_node(&graph, NODE_FEATURE, s("y"));
		EdgeId id = graph_edge(&graph, from, to, merges[i].first.kind, merges[i].first.state,
			merges[i].first.unresolved, steps(merges[i].first.steps, 100));
		assert_int_equal(graph_edge(&graph, from, to, merges[i].second.kind, merges[i].second.state,
			merges[i].second.unresolved, steps(merges[i].second.steps, 200)), id);
		const Edge *edge = &graph.edges.items[id];
		assert_int_equal(graph.edges.len, 1);
		if (edge->kind != merges[i].result.kind || edge->state != merges[i].result.state ||
		    edge->unresolved != merges[i].result.unresolved || edge->witness.len != merges[i].result.steps ||
		    edge->witness.items[0].site.line != merges[i].result.line || edge->paths != 1)
			fail_msg("%s", merges[i].name);
		graph_release(&graph);
	}
}

static void edges_have_a_direction(void **state)
{
	(void)state;
	Graph graph = {0};
	NodeId a = graph_node(&graph, NODE_FEATURE, s("a")), b = graph_node(&graph, NODE_FEATURE, s("b"));

	EdgeId forward = graph_edge(&graph, a, b, DEP_DATA, false, false, (Steps){0});
	assert_int_not_equal(graph_edge(&graph, b, a, DEP_DATA, false, false, (Steps){0}), forward);
	for (int i = 0; i < 2000; i++)
		graph_edge(&graph, a, b, DEP_CONTROL, false, false, steps(1, 1));
	assert_int_equal(graph.edges.items[forward].paths, 1000);
	graph_release(&graph);
}

static void sites_are_unique(void **state)
{
	(void)state;
	Sites sites = {0};

	graph_add_site(&sites, (Site){ s("a.c"), 1, 2, s("f") });
	graph_add_site(&sites, (Site){ s("a.c"), 1, 2, s("f") });
	graph_add_site(&sites, (Site){ s("a.c"), 1, 3, s("f") });
	graph_add_site(&sites, (Site){ s("b.c"), 1, 2, s("f") });
	assert_int_equal(sites.len, 3);
	vec_release(&sites);
}

static void texts_of_enumerators(void **state)
{
	(void)state;
	assert_string_equal(node_kind_text(NODE_SIGNAL), "signal");
	assert_string_equal(node_kind_text(NODE_STORE), "store");
	assert_string_equal(dep_kind_text(DEP_CONTROL), "control");
	assert_string_equal(level_text(LEVEL_ERROR), "error");
	assert_string_equal(feature_use_text(USE_BEYOND_COUNT), "beyond-count");
	assert_string_equal(feature_use_text(USE_OUTPUT), "output");
	assert_string_equal(feature_use_text(USE_GUARD), "guard");
	assert_string_equal(feature_use_text(USE_WITHIN_MODEL), "within-model");
	assert_string_equal(consume_text(CONSUME_PERSIST), "persist");
}

static void roles_are_found_by_function(void **state)
{
	(void)state;
	Roles roles = {0};
	const RoleKind kinds[] = { ROLE_SIGNAL, ROLE_MODEL, ROLE_CONSUMER, ROLE_MODEL };
	const FunctionRole pairs[] = { { 2, 0 }, { 5, 1 }, { 5, 2 }, { 5, 3 }, { 9, 1 } };

	for (size_t i = 0; i < 4; i++)
		vec_push(&roles.roles, (Role){ .kind = kinds[i] });
	for (size_t i = 0; i < 5; i++)
		vec_push(&roles.functions, pairs[i]);
	assert_int_equal(roles_of_function(&roles, 5, ROLE_MODEL), 1);
	assert_int_equal(roles_of_function(&roles, 5, ROLE_CONSUMER), 2);
	assert_int_equal(roles_of_function(&roles, 5, ROLE_SIGNAL), NONE);
	assert_int_equal(roles_of_function(&roles, 2, ROLE_SIGNAL), 0);
	assert_int_equal(roles_of_function(&roles, 9, ROLE_MODEL), 1);
	assert_int_equal(roles_of_function(&roles, 3, ROLE_MODEL), NONE);
	assert_int_equal(roles_of_function(&roles, 10, ROLE_MODEL), NONE);
	vec_push(&roles.settings, (RuleSetting){ .rule = s("unused-feature"), .models = 3 });
	assert_int_equal(roles_setting(&roles, "unused-feature")->models, 3);
	assert_null(roles_setting(&roles, "other"));
	roles_release(&roles);
}

/* --- graph.json */

static void fill_node(Node *node, uint32_t seed)
{
	graph_add_site(&node->sites, (Site){ s("src/a.c"), seed, 3, s("fill") });
	graph_add_site(&node->guards, (Site){ s("src/a.c"), seed + 1, 7, s("fill") });
	node->label = str_format("label \"%u\"", seed);
	node->module = s("ads");
	node->owner = s("ads-team");
	node->declared = node->from_pack = node->is_assumed = node->is_test = true;
}

/* A graph in which no field has its default value in every entry. */
static Graph full_graph(void)
{
	Graph graph = { .project = s("ranker"), .root = s("/home/me/ranker") };
	const char *names[] = { "user.age", "ad_features.age[3]", "ctr", "ctr", "rank_ads", "features[*]", "plain" };
	const NodeKind kinds[] = { NODE_SIGNAL, NODE_FEATURE, NODE_MODEL, NODE_PREDICTION, NODE_CONSUMER, NODE_STORE, NODE_FEATURE };

	for (uint32_t i = 0; i < 6; i++) {
		NodeId id = graph_node(&graph, kinds[i], s(names[i]));
		fill_node(&graph.nodes.items[id], 10 * i);
	}
	graph_node(&graph, NODE_FEATURE, s(names[6]));
	Node *nodes = graph.nodes.items;
	nodes[0].version = s("2024-03");
	nodes[0].unstable = nodes[0].label_role = nodes[0].deprecated = true;
	vec_push(&nodes[0].label_of, s("model:ctr"));
	nodes[1].object = s("ad_features.age");
	nodes[1].first = 3;
	nodes[1].last = 7;
	nodes[1].use = USE_OVERWRITTEN;
	vec_push(&nodes[1].definitions, (Definition){ { s("a.c"), 5, 2, s("f") }, s("-DV=2"), s("(a + b)"), s("1f"), true, true, true, s("funcs") });
	vec_push(&nodes[1].sole, (SoleFunction){ { s("a.c"), 6, 1, s("f") }, 12 });
	vec_push(&nodes[1].stale, (StaleRead){ { s("a.c"), 7, 1, s("f") }, { s("a.c"), 8, 1, s("f") }, { s("a.c"), 9, 1, s("f") },
		s("last") });
	vec_push(&nodes[1].idle, (IdleInput){ s("model:ctr"), { s("w.c"), 3, 1, s("") }, s("never read") });
	vec_push(&nodes[1].thresholds, (Threshold){ { s("a.c"), 11, 4, s("f") }, s("> 0.8") });
	nodes[1].kept = true;
	nodes[1].handed = true;
	vec_push(&graph.dead_code, (DeadCode){ { s("a.c"), 20, 1, s("f") }, s("V2"), s("macro never defined"), s("calls p"), 7 });
	graph.census[CODE_MODEL] = 41;
	vec_push(&nodes[1].dead_stores, (DeadStore){ { s("a.c"), 1, 2, s("f") }, { s("b.c"), 3, 4, s("g") } });
	vec_push(&nodes[2].variants, s("a.model"));
	vec_push(&nodes[2].variants, s("b.model"));
	nodes[2].access = s("private");
	nodes[2].callee = s("predict");
	nodes[2].has_state = true;
	nodes[4].uses = CONSUME_BRANCH | CONSUME_ESCAPE;
	vec_push(&nodes[4].escapes, s("global \"x\"\n"));
	nodes[4].is_monitor = true;
	nodes[6].first = nodes[6].last = 0;
	graph_edge(&graph, 2, 3, DEP_DATA, false, false, steps(1, 5));
	graph_edge(&graph, 0, 1, DEP_CONTROL, true, true, steps(3, 50));
	graph_edge(&graph, 0, 1, DEP_CONTROL, true, true, steps(3, 50));
	EdgeId scaled = graph_edge(&graph, 1, 2, DEP_INDEX, false, false, (Steps){0});
	graph.edges.items[scaled].through = s("scale");
	graph.edges.items[graph.edges.len - 1].scaled = s("exp");
	graph.edges.items[graph.edges.len - 1].checked = true;
	Finding *finding = vec_add(&graph.findings);
	*finding = (Finding){ .rule = s("unused-feature"), .level = LEVEL_WARNING, .subject = s("feature:plain"), .message = s("m"),
		.advice = s("a"), .fingerprint = s("0123456789abcdef"), .suppressed = true, .suppression = s("known"), .suppressed_in_source = true, .hidden = true };
	vec_push(&finding->parts, s("00000000000000a1"));
	vec_push(&finding->parts, s("00000000000000a2"));
	vec_push(&finding->nodes, 6);
	vec_push(&finding->nodes, 0);
	finding->witness = steps(2, 70);
	*vec_add(&graph.findings) = (Finding){ .rule = s("feedback-loop"), .level = LEVEL_NOTE, .subject = s("model:ctr") };
	graph.coverage = (Coverage){ 10, 8, 1, 1, 200, 150, 900, 880, 2, 1, { 0 }, { 0 } };
	vec_push(&graph.coverage.failed_units, s("src/z.c: crashed"));
	vec_push(&graph.coverage.unresolved, (Unresolved){ { s("a.c"), 4, 5, s("f") }, s("inline assembly"), s("rdtsc"), 2, { 0 } });
	return graph;
}

static Graph parse_graph(const char *text)
{
	Graph graph = {0};
	Diags diags = {0};

	if (!graph_json_parse(text, strlen(text), s("graph.json"), &graph, &diags))
		fail_msg("%s", str_text(diags.items.items[0].message));
	assert_int_equal(diags.items.len, 0);
	diags_release(&diags);
	return graph;
}

static void graph_reads_back(void **state)
{
	(void)state;
	Graph graph = full_graph();
	Text text = {0}, again = {0};

	graph_json_print(&graph, &text);
	Graph back = parse_graph(text_data(&text));
	graph_json_print(&back, &again);
	assert_string_equal(text_data(&text), text_data(&again));
	assert_int_equal(back.nodes.len, graph.nodes.len);
	const Node *feature = &back.nodes.items[graph_find(&back, "feature:ad_features.age[3]")];
	assert_int_equal(feature->first, 3);
	assert_int_equal(feature->last, 7);
	assert_int_equal(feature->use, USE_OVERWRITTEN);
	assert_int_equal(feature->dead_stores.items[0].by.line, 3);
	assert_string_equal(str_text(feature->definitions.items[0].expression), "(a + b)");
	assert_string_equal(str_text(feature->definitions.items[0].variant), "-DV=2");
	assert_string_equal(str_text(feature->definitions.items[0].same), "1f");
	assert_true(feature->definitions.items[0].constant && feature->definitions.items[0].uninitialised);
	assert_true(feature->definitions.items[0].address);
	assert_int_equal(feature->sole.items[0].lines, 12);
	assert_int_equal(feature->stale.items[0].condition.line, 8);
	assert_string_equal(str_text(feature->stale.items[0].memory), "last");
	assert_string_equal(str_text(feature->idle.items[0].why), "never read");
	assert_string_equal(str_text(feature->thresholds.items[0].text), "> 0.8");
	assert_true(feature->kept);
	assert_true(feature->handed);
	assert_int_equal(back.dead_code.items[0].lines, 7);
	assert_int_equal(back.census[CODE_MODEL], 41);
	assert_true(feature->declared && feature->from_pack && feature->is_assumed && feature->is_test);
	assert_string_equal(str_text(back.nodes.items[graph_find(&back, "model:ctr")].callee), "predict");
	const Node *consumer = &back.nodes.items[graph_find(&back, "consumer:rank_ads")];
	assert_int_equal(consumer->uses, CONSUME_BRANCH | CONSUME_ESCAPE);
	assert_string_equal(str_text(consumer->escapes.items[0]), "global \"x\"\n");
	const Node *model = &back.nodes.items[graph_find(&back, "model:ctr")];
	assert_int_equal(model->variants.len, 2);
	const Node *signal = &back.nodes.items[graph_find(&back, "signal:user.age")];
	assert_int_equal(signal->label_of.len, 1);
	assert_string_equal(str_text(signal->label_of.items[0]), "model:ctr");
	assert_true(model->has_state);
	uint32_t id = map_get_or(&back.by_ends, map_key(graph_find(&back, "signal:user.age"), graph_find(&back,
		"feature:ad_features.age[3]")), NONE);
	const Edge *edge = &back.edges.items[id];
	assert_true(edge->state && edge->unresolved && edge->kind == DEP_CONTROL);
	assert_int_equal(edge->paths, 1);
	assert_true(str_empty(edge->through) && !edge->checked);
	id = map_get_or(&back.by_ends, map_key(graph_find(&back, "feature:ad_features.age[3]"), graph_find(&back, "model:ctr")), NONE);
	assert_string_equal(str_text(back.edges.items[id].through), "scale");
	assert_string_equal(str_text(back.edges.items[id].scaled), "exp");
	assert_true(back.edges.items[id].checked);
	assert_int_equal(edge->witness.items[2].site.line, 52);
	assert_string_equal(str_text(back.findings.items[1].rule), "feedback-loop"); /* in their order */
	assert_true(back.findings.items[0].hidden && back.findings.items[0].suppressed);
	assert_true(back.findings.items[0].suppressed_in_source);
	assert_int_equal(back.findings.items[0].parts.len, 2);
	assert_string_equal(str_text(back.findings.items[0].parts.items[1]), "00000000000000a2");
	assert_int_equal(back.findings.items[0].nodes.items[0], graph_find(&back, "feature:plain"));
	assert_int_equal(back.coverage.calls_resolved, 880);
	assert_int_equal(back.coverage.unresolved.items[0].features, 2);
	assert_null(strstr(text_data(&text), "/home/me"));
	graph_release(&graph);
	graph_release(&back);
	text_release(&text);
	text_release(&again);
}

/* Elements at an index that nobody knows, as the engine has them: no number, however large, is written for it. */
static void unknown_index_reads_back(void **state)
{
	Graph graph = {0};
	Text text = {0};

	(void)state;
	NodeId id = graph_node(&graph, NODE_FEATURE, s("x[*]"));
	Node *node = &graph.nodes.items[id];
	node->object = s("x");
	node->first = INT64_MIN;
	node->last = INT64_MAX;
	graph_json_print(&graph, &text);
	Graph back = parse_graph(text_data(&text));
	const Node *read = &back.nodes.items[graph_find(&back, "feature:x[*]")];
	assert_int_equal(read->first, -1);
	assert_int_equal(read->last, -1);
	text_release(&text);
	graph_release(&graph);
	graph_release(&back);
}

static void order_does_not_depend_on_how_it_was_built(void **state)
{
	(void)state;
	Graph one = {0}, two = {0};
	Text first = {0}, second = {0};

	graph_edge(&one, graph_node(&one, NODE_SIGNAL, s("a")), graph_node(&one, NODE_FEATURE, s("b")), DEP_DATA, false, false, (Steps){0});
	graph_edge(&one, graph_node(&one, NODE_SIGNAL, s("c")), graph_node(&one, NODE_FEATURE, s("b")), DEP_DATA, false, false, (Steps){0});
	graph_edge(&two, graph_node(&two, NODE_SIGNAL, s("c")), graph_node(&two, NODE_FEATURE, s("b")), DEP_DATA, false, false, (Steps){0});
	graph_edge(&two, graph_node(&two, NODE_SIGNAL, s("a")), graph_node(&two, NODE_FEATURE, s("b")), DEP_DATA, false, false, (Steps){0});
	graph_json_print(&one, &first);
	graph_json_print(&two, &second);
	assert_string_equal(text_data(&first), text_data(&second));
	graph_release(&one);
	graph_release(&two);
	text_release(&first);
	text_release(&second);
}

#define COVERAGE "\"coverage\":{\"unresolved\":[]}"
#define DOCUMENT(nodes, edges, findings) "{\"version\":1,\"project\":\"p\",\"nodes\":[" nodes "],\"edges\":[" edges \
	"],\"findings\":[" findings "]," COVERAGE "}"
#define NODE_A "{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\"}"

static const struct { const char *text, *message; uint32_t line; } bad_graphs[] = {
	{ "", "not JSON", 1 },
	{ "{\n\"version\": }", "not JSON", 2 },
	{ "{\"version\":1,\"version\":1}", "not JSON", 1 },
	{ "[]", "not a graph of featdep", 0 },
	{ "{\"version\":\"1\"}", "not a graph of featdep", 0 },
	{ "{\"version\":7}", "version 7", 0 },
	{ "{\"version\":1}", "nodes[0]: \"nodes\" is not a list", 0 },
	{ "{\"version\":1,\"project\":4,\"nodes\":[]}", "\"project\" is not a string", 0 },
	{ DOCUMENT("7", "", ""), "nodes[0]: \"nodes\" holds something that is not an object", 0 },
	{ DOCUMENT("{}", "", ""), "nodes[0]: \"kind\" is missing", 0 },
	{ DOCUMENT("{\"kind\":\"thing\"}", "", ""), "nodes[0]: \"kind\" has an unknown value", 0 },
	{ DOCUMENT(NODE_A "," NODE_A, "", ""), "nodes[1]: \"id\" is that of an earlier node", 0 },
	{ DOCUMENT("{\"id\":\"x\",\"kind\":\"signal\",\"name\":\"a\"}", "", ""), "nodes[0]: \"id\" is not made of kind and name", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"declared\":1}", "", ""), "\"declared\" is not true or false", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"range\":[1]}", "", ""), "\"range\" is not two numbers", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"element\":\"1\"}", "", ""), "\"element\" is not a number or null", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"use\":\"eaten\"}", "", ""), "\"use\" has an unknown value", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"uses\":[\"eat\"]}", "", ""), "\"uses\" has an unknown value", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"sites\":[3]}", "", ""), "a site is an object", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"sites\":[{\"line\":-1}]}", "", ""), "\"line\" is not a number from 0", 0 },
	{ DOCUMENT("{\"id\":\"signal:a\",\"kind\":\"signal\",\"name\":\"a\",\"sites\":{}}", "", ""), "\"sites\" is not a list", 0 },
	{ DOCUMENT(NODE_A, "{\"from\":\"signal:a\",\"to\":\"signal:b\",\"kind\":\"data\"}", ""), "edges[0]: \"to\" is not the id of a node", 0 },
	{ DOCUMENT(NODE_A, "{\"from\":\"signal:a\",\"to\":\"signal:a\"}", ""), "edges[0]: \"kind\" is missing", 0 },
	{ DOCUMENT(NODE_A, "{\"from\":\"signal:a\",\"to\":\"signal:a\",\"kind\":\"data\"},{\"from\":\"signal:a\",\"to\":\"signal:a\",\"kind\":\"data\"}", ""),
	  "edges[1]: \"to\" makes an edge that was there before", 0 },
	{ DOCUMENT(NODE_A, "", "{\"rule\":\"r\"}"), "findings[0]: \"level\" is missing", 0 },
	{ DOCUMENT(NODE_A, "", "{\"rule\":\"r\",\"level\":\"note\",\"nodes\":[\"x\"]}"), "findings[0]: \"nodes\" is not the id of a node", 0 },
	{ "{\"version\":1,\"nodes\":[],\"edges\":[],\"findings\":[]}", "\"coverage\" is not an object", 0 },
};

static void bad_graphs_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof bad_graphs / sizeof *bad_graphs; i++) {
		Graph graph = {0};
		Diags diags = {0};
		assert_false(graph_json_parse(bad_graphs[i].text, strlen(bad_graphs[i].text), s("graph.json"), &graph, &diags));
		assert_int_equal(diags.items.len, 1);
		if (!strstr(str_text(diags.items.items[0].message), bad_graphs[i].message) || diags.items.items[0].line != bad_graphs[i].line)
			fail_msg("%s: line %u: %s", bad_graphs[i].text, diags.items.items[0].line, str_text(diags.items.items[0].message));
		assert_null(graph.nodes.items);
		diags_release(&diags);
	}
	Graph least = parse_graph(DOCUMENT(NODE_A, "", ""));
	assert_int_equal(least.nodes.len, 1);
	graph_release(&least);
}

/* With an argument: writes the full graph there, for the test of the schema. */
static void consumers_are_functions(void **state)
{
	Graph graph = {0};
	NodeId plain = graph_node(&graph, NODE_CONSUMER, s("rank")), shared = graph_node(&graph, NODE_CONSUMER, s("src/a.c:main"));
	Site rank = { s("src/a.c"), 1, 1, s("rank") }, mine = { s("src/a.c"), 2, 1, s("main") }, other = { s("src/b.c"), 2, 1, s("main") };

	(void)state;
	assert_int_equal(graph_consumer_at(&graph, &rank), plain);
	assert_int_equal(graph_consumer_at(&graph, &mine), shared);
	assert_int_equal(graph_consumer_at(&graph, &other), NONE);
	assert_true(graph_is_in(&rank, &graph.nodes.items[plain]));
	assert_true(graph_is_in(&mine, &graph.nodes.items[shared]));
	assert_false(graph_is_in(&other, &graph.nodes.items[shared]));
	assert_string_equal(str_text(graph_bare_name(s("src/a.c:main"))), "main");
	assert_string_equal(str_text(graph_bare_name(s("rank"))), "rank");
	graph_release(&graph);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(consumers_are_functions),
		cmocka_unit_test(nodes_are_unique_by_id),
		cmocka_unit_test(edges_merge),
		cmocka_unit_test(edges_have_a_direction),
		cmocka_unit_test(sites_are_unique),
		cmocka_unit_test(texts_of_enumerators),
		cmocka_unit_test(roles_are_found_by_function),
		cmocka_unit_test(graph_reads_back),
		cmocka_unit_test(unknown_index_reads_back),
		cmocka_unit_test(order_does_not_depend_on_how_it_was_built),
		cmocka_unit_test(bad_graphs_are_refused),
	};

	if (argc == 2) {
		Graph graph = full_graph();
		Text text = {0};
		graph_json_print(&graph, &text);
		bool written = file_write(argv[1], text_data(&text), text.len);
		graph_release(&graph);
		text_release(&text);
		return written ? 0 : 1;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
