/* Graphs made in code for the tests of the renderers. */
#ifndef FEATDEP_TESTS_RENDER_GRAPHS_H
#define FEATDEP_TESTS_RENDER_GRAPHS_H

#include "model/graph.h"

#include <stdio.h>

#pragma GCC diagnostic ignored "-Wunused-function"

static Site site_at(const char *file, uint32_t line, uint32_t column, const char *function)
{
	return (Site){ str_intern(file), line, column, str_intern(function) };
}

static Node *node_of(Graph *graph, NodeId id)
{
	return &graph->nodes.items[id];
}

static NodeId add_node(Graph *graph, NodeKind kind, const char *name, const char *file, uint32_t line)
{
	NodeId id = graph_node(graph, kind, str_intern(name));

	if (file)
		graph_add_site(&node_of(graph, id)->sites, site_at(file, line, 2, "f"));
	return id;
}

static NodeId add_feature(Graph *graph, const char *object, int element, const char *field, uint32_t line)
{
	char name[200];

	if (field)
		snprintf(name, sizeof name, "%s.%s", object, field);
	else
		snprintf(name, sizeof name, "%s[%d]", object, element);
	NodeId id = add_node(graph, NODE_FEATURE, name, "src/features.c", line);
	node_of(graph, id)->object = str_intern(object);
	if (!field)
		node_of(graph, id)->first = node_of(graph, id)->last = element;
	return id;
}

static Steps steps_at(const char *file, uint32_t line, uint32_t column, const char *text, const char *note,
	DepKind kind)
{
	Steps steps = {0};

	vec_push(&steps, (Step){ site_at(file, line, column, "f"), str_intern(text), str_intern(note), kind, 0 });
	return steps;
}

static EdgeId add_edge(Graph *graph, NodeId from, NodeId to, DepKind kind)
{
	return graph_edge(graph, from, to, kind, false, false,
		steps_at("src/features.c", 10 + to, 9, "f->x = g(s);", "assigned", kind));
}

static EdgeId add_state_edge(Graph *graph, NodeId from, NodeId to, DepKind kind)
{
	return graph_edge(graph, from, to, kind, true, false,
		steps_at("src/state.c", 10 + to, 9, "kv_put(db, \"last\", p);", "stored", kind));
}

static Finding *add_finding(Graph *graph, const char *rule, Level level, NodeId subject, const char *message)
{
	Finding *finding = vec_add(&graph->findings);
	char fingerprint[32];

	finding->rule = str_intern(rule);
	finding->level = level;
	finding->subject = node_of(graph, subject)->id;
	finding->message = str_intern(message);
	snprintf(fingerprint, sizeof fingerprint, "%016x", graph->findings.len);
	finding->fingerprint = str_intern(fingerprint);
	vec_push(&finding->nodes, subject);
	return finding;
}

/* One model with two signals, six features of which five are alike, a store that closes a loop, and hostile names. */
static void make_small(Graph *graph)
{
	NodeId raw, table, features[6], model, out, log, last;

	graph->project = str_intern("small");
	raw = add_node(graph, NODE_SIGNAL, "raw", "src/in.c", 3);
	table = add_node(graph, NODE_SIGNAL, "a<b>\"c\"\\n&d\xff\n", "src/in.c", 9);
	for (int i = 0; i < 6; i++)
		features[i] = add_feature(graph, "f", i, NULL, 20);
	model = add_node(graph, NODE_MODEL, "net", "src/net.c", 40);
	out = add_node(graph, NODE_PREDICTION, "net", "src/net.c", 40);
	log = add_node(graph, NODE_CONSUMER, "log_score", "src/log.c", 7);
	last = add_node(graph, NODE_STORE, "kv[\"last\"]", "src/net.c", 50);
	for (int i = 0; i < 6; i++) {
		add_edge(graph, raw, features[i], DEP_DATA);
		add_edge(graph, features[i], model, DEP_DATA);
	}
	add_edge(graph, table, features[5], DEP_INDEX);
	add_edge(graph, last, features[5], DEP_CONTROL);
	add_edge(graph, model, out, DEP_DATA);
	graph->edges.items[add_edge(graph, out, log, DEP_DATA)].unresolved = true;
	add_state_edge(graph, out, last, DEP_DATA);
}

/* Two models, a cascade between them, a feedback loop through a store, a hidden consumer, unused features. */
static void make_ad_ranker(Graph *graph)
{
	static const char *const sources[] = {
		"user.age", "user.country", "user.clicks", "user.views", "ad.bid", "ad.category", "ad.age", "page.topic",
		"page.lang", "clock", "device.type", "device.os", "net.rtt", "session.length", "user.profile",
	};
	static const char *const fields[] = {
		"age", "bid", "ctr_7d", "hour", "topic_match", "lang_match", "device", "session",
	};
	NodeId signals[15], features[64], ctr, conversion, ctr_out, conversion_out, consumers[6], last;

	graph->project = str_intern("ad-ranker");
	for (uint32_t i = 0; i < 15; i++)
		signals[i] = add_node(graph, NODE_SIGNAL, sources[i], "src/rows.c", 20 + i);
	for (uint32_t i = 0; i < 8; i++)
		features[i] = add_feature(graph, "ad_features", 0, fields[i], 40 + i);
	for (uint32_t i = 0; i < 32; i++)
		features[8 + i] = add_feature(graph, "embedding", (int)i, NULL, 60);
	for (uint32_t i = 0; i < 4; i++)
		features[40 + i] = add_feature(graph, "conv_in", (int)i, NULL, 80 + i);
	ctr = add_node(graph, NODE_MODEL, "ctr", "src/rank.c", 101);
	conversion = add_node(graph, NODE_MODEL, "conversion", "src/convert.c", 55);
	node_of(graph, conversion)->has_state = true;
	ctr_out = add_node(graph, NODE_PREDICTION, "ctr", "src/rank.c", 101);
	conversion_out = add_node(graph, NODE_PREDICTION, "conversion", "src/convert.c", 55);
	last = add_node(graph, NODE_STORE, "kv[\"last_price\"]", "src/price.c", 12);
	consumers[0] = add_node(graph, NODE_CONSUMER, "rank_ads", "src/rank.c", 120);
	consumers[1] = add_node(graph, NODE_CONSUMER, "set_price", "src/price.c", 30);
	consumers[2] = add_node(graph, NODE_CONSUMER, "weekly_report", "tools/report.c", 77);
	consumers[3] = add_node(graph, NODE_CONSUMER, "pace_budget", "src/pacing.c", 14);
	for (uint32_t i = 0; i < 8; i++) {
		add_edge(graph, signals[i], features[i], DEP_DATA);
		if (i % 3 == 1)
			add_edge(graph, signals[i + 3], features[i], DEP_CONTROL);
		if (i % 4 == 2)
			add_edge(graph, signals[9], features[i], DEP_INDEX);
		if (i != 6)
			add_edge(graph, features[i], ctr, DEP_DATA);
	}
	for (uint32_t i = 0; i < 32; i++) {
		add_edge(graph, signals[14], features[8 + i], DEP_DATA);
		add_edge(graph, signals[7], features[8 + i], DEP_INDEX);
		add_edge(graph, features[8 + i], ctr, DEP_DATA);
	}
	for (uint32_t i = 0; i < 4; i++) {
		add_edge(graph, signals[10 + i], features[40 + i], DEP_DATA);
		add_edge(graph, features[40 + i], conversion, DEP_DATA);
	}
	node_of(graph, features[6])->use = USE_NEVER_READ;
	add_edge(graph, ctr_out, features[43], DEP_DATA);
	add_edge(graph, ctr, ctr_out, DEP_DATA);
	add_edge(graph, conversion, conversion_out, DEP_DATA);
	add_edge(graph, ctr_out, consumers[0], DEP_CONTROL);
	add_edge(graph, ctr_out, consumers[2], DEP_DATA);
	add_edge(graph, conversion_out, consumers[1], DEP_DATA);
	add_edge(graph, conversion_out, consumers[3], DEP_CONTROL);
	add_state_edge(graph, conversion_out, last, DEP_DATA);
	add_edge(graph, last, features[40], DEP_DATA);
	graph->edges.items[add_edge(graph, signals[12], features[5], DEP_DATA)].unresolved = true;
	node_of(graph, consumers[2])->uses = CONSUME_ESCAPE;
	vec_push(&node_of(graph, consumers[2])->escapes, str_intern("file"));

	Finding *finding = add_finding(graph, "hidden-consumer", LEVEL_WARNING, ctr_out,
		"prediction \"ctr\" is read by \"weekly_report\", which is not declared");
	finding->advice = str_intern("declare it under consumers: in featdep.yml, or stop reading the prediction");
	vec_push(&finding->nodes, consumers[2]);
	finding->witness = steps_at("tools/report.c", 77, 17, "fprintf(out, \"%f\", last_ctr);", "passed to fprintf",
		DEP_DATA);
	finding = add_finding(graph, "unused-feature", LEVEL_WARNING, features[6],
		"feature \"ad_features.device\" is computed, but no model reads it");
	finding->advice = str_intern("remove it, or suppress this with a reason");
	finding = add_finding(graph, "correction-cascade", LEVEL_WARNING, conversion,
		"model \"conversion\" is fed with the prediction of \"ctr\"");
	vec_push(&finding->nodes, ctr);
	finding->witness = steps_at("src/convert.c", 50, 12, "in[3] = rank_ctr(ad);", "assigned", DEP_DATA);
	finding = add_finding(graph, "undeclared-source", LEVEL_NOTE, signals[9], "signal \"clock\" is not declared");

	graph->coverage = (Coverage){ .units = 12, .units_parsed = 11, .units_failed = 1, .functions = 140,
		.functions_analysed = 133, .calls = 512, .calls_resolved = 505, .features = 44, .features_resolved = 43 };
	vec_push(&graph->coverage.unresolved, (Unresolved){ .site = site_at("src/net.c", 9, 5, "measure"),
		.what = str_intern("call through unknown pointer"), .subject = str_intern("probe->read"), .features = 1 });
	vec_push(&graph->coverage.failed_units, str_intern("src/legacy.c: unknown type name 'rpc_t'"));
}

/* Serving and training that make FEATURE each in its own way. */
static void add_divergence(Graph *graph, const char *feature)
{
	NodeId id = graph_find(graph, feature);
	Finding *finding = add_finding(graph, "divergent-definition", LEVEL_WARNING, id, "made in different ways");

	finding->witness = steps_at("serve.c", 10, 2, "f->x = a;", "defined here", DEP_DATA);
	vec_push(&finding->witness, (Step){ site_at("train.c", 20, 2, "g"), str_intern("f->x = b;"),
		str_intern("and here"), DEP_DATA, 0 });
}

/* Appends steps to the witness of EDGE, before its last: lines of FUNCTION. */
static void pass_through(Graph *graph, EdgeId edge, const char *function, const char *const *texts)
{
	Steps *witness = &graph->edges.items[edge].witness;
	Step last = *vec_last(witness);

	witness->len--;
	for (uint32_t i = 0; texts[i]; i++) {
		Step step = { site_at("src/steps.c", 10 + i, 1, function), str_intern(texts[i]), str_intern("computed"), DEP_DATA, 0 };
		vec_push(witness, step);
	}
	vec_push(witness, last);
}

/* Something for every view: what the ad ranker has, a feature with two definitions, values in between, and lines of code. */
static void make_for_all_views(Graph *graph)
{
	static const char *const lines[] = { "row[i] = parse(s);", "age = row[2] / 365;", NULL };

	make_ad_ranker(graph);
	add_divergence(graph, "feature:ad_features.lang_match");
	pass_through(graph, 0, "read_row", lines);
	node_of(graph, graph_find(graph, "feature:ad_features.hour"))->use = USE_OVERWRITTEN;
	graph->census[CODE_MODEL] = 12;
	graph->census[CODE_EXTRACTION] = 130;
	graph->census[CODE_OTHER] = 1204;
}

/* Many objects, models and signals: COUNT nodes and some three edges for each. */
static void make_large(Graph *graph, uint32_t count)
{
	uint32_t state = 12345;
	char name[64];

	graph->project = str_intern("large");
	for (uint32_t i = 0; i < count; i++) {
		static const NodeKind kinds[] = { NODE_SIGNAL, NODE_SIGNAL, NODE_FEATURE, NODE_FEATURE, NODE_FEATURE,
			NODE_FEATURE, NODE_FEATURE, NODE_STORE, NODE_CONSUMER, NODE_MODEL };
		NodeKind kind = i % 100 == 9 || i % 10 != 9 ? kinds[i % 10] : NODE_FEATURE;
		if (kind == NODE_FEATURE) {
			snprintf(name, sizeof name, "block%u", i / 90);
			add_feature(graph, name, (int)(i % 90), NULL, i);
			continue;
		}
		snprintf(name, sizeof name, "%s_%u", node_kind_text(kind), i);
		NodeId id = add_node(graph, kind, name, i % 3 ? "src/a.c" : "src/b.c", i + 1);
		if (kind == NODE_MODEL)
			add_edge(graph, id, add_node(graph, NODE_PREDICTION, name, "src/a.c", i + 1), DEP_DATA);
	}
	for (uint32_t i = 0; i < graph->nodes.len * 12; i++) {
		NodeId from = (state = state * 1664525 + 1013904223) >> 8;
		NodeId to = (state = state * 1664525 + 1013904223) >> 8;
		from %= graph->nodes.len;
		to %= graph->nodes.len;
		NodeKind a = node_of(graph, from)->kind, b = node_of(graph, to)->kind;
		if (((a == NODE_SIGNAL || a == NODE_STORE) && b == NODE_FEATURE) || (a == NODE_FEATURE && b == NODE_MODEL) ||
			(a == NODE_PREDICTION && (b == NODE_CONSUMER || b == NODE_STORE)))
			add_edge(graph, from, to, (DepKind)(i % 7 == 0 ? DEP_CONTROL : i % 11 == 0 ? DEP_INDEX : DEP_DATA));
	}
}

#endif
