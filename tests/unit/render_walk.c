#include "render/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "render_graphs.h"

#include <stdlib.h>
#include <string.h>

/* a → b → c → d, c → b; e alone. */
static void make_loop(Graph *graph, NodeId *ids)
{
	static const char *const names[] = { "a", "b", "c", "d", "e" };

	for (int i = 0; i < 5; i++)
		ids[i] = add_node(graph, i == 3 ? NODE_MODEL : NODE_SIGNAL, names[i], "x.c", 1);
	add_edge(graph, ids[0], ids[1], DEP_DATA);
	add_edge(graph, ids[1], ids[2], DEP_CONTROL);
	add_edge(graph, ids[2], ids[3], DEP_DATA);
	add_edge(graph, ids[2], ids[1], DEP_DATA);
}

static Reach reach_of(const Walk *walk, NodeId from, WalkDirection direction, uint32_t depth, uint32_t kinds)
{
	NodeIds start = {0};

	vec_push(&start, from);
	Reach reach = walk_reach(walk, &start, direction, depth, kinds);
	vec_release(&start);
	return reach;
}

static void reaches(void **state)
{
	static const struct { int from; WalkDirection direction; uint32_t depth, kinds; const char *reached; } cases[] = {
		{ 0, WALK_FORWARD, 0, 0, "abcd" }, { 0, WALK_FORWARD, 2, 0, "abc" }, { 0, WALK_FORWARD, 1, 0, "ab" },
		{ 0, WALK_FORWARD, 0, 1 << DEP_DATA, "ab" }, { 3, WALK_BACKWARD, 0, 0, "abcd" }, { 4, WALK_FORWARD, 0, 0, "e" },
		{ 3, WALK_FORWARD, 0, 0, "d" }, { 3, WALK_BACKWARD, 1, 0, "cd" },
	};
	Graph graph = {0};
	NodeId ids[5];
	Walk walk;

	(void)state;
	make_loop(&graph, ids);
	walk_init(&walk, &graph);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Reach reach = reach_of(&walk, ids[cases[i].from], cases[i].direction, cases[i].depth, cases[i].kinds);
		for (int n = 0; n < 5; n++)
			assert_int_equal(reach_has(&reach, ids[n]), strchr(cases[i].reached, "abcde"[n]) != NULL);
		reach_release(&reach);
	}
	walk_release(&walk);
	graph_release(&graph);
}

static void finds_components(void **state)
{
	Graph graph = {0};
	NodeId ids[5];
	Walk walk;

	(void)state;
	make_loop(&graph, ids);
	walk_init(&walk, &graph);
	uint32_t *component = walk_components(&walk);
	assert_int_equal(component[ids[1]], component[ids[2]]);
	for (int i = 0; i < 5; i++)
		for (int j = 0; j < i; j++)
			assert_int_equal(component[ids[i]] == component[ids[j]], i == 2 && j == 1);
	free(component);
	walk_release(&walk);
	graph_release(&graph);
}

enum { FEW = 7 };

/* Ways without a repeated node, by trying all. */
static uint32_t try_all(const Graph *graph, NodeId at, NodeId to, unsigned visited)
{
	uint32_t count = 0;

	if (at == to)
		return 1;
	for (EdgeId e = 0; e < graph->edges.len; e++)
		if (graph->edges.items[e].from == at && !(visited >> graph->edges.items[e].to & 1))
			count += try_all(graph, graph->edges.items[e].to, to, visited | 1U << graph->edges.items[e].to);
	return count;
}

/* Never more than there are; exact without cycles; at least one when there is one. */
static void counts_ways(void **state)
{
	uint32_t random = 1, exact_ones = 0;

	(void)state;
	for (int round = 0; round < 400; round++) {
		Graph graph = {0};
		Walk walk;
		for (int n = 0; n < FEW; n++)
			add_node(&graph, NODE_SIGNAL, str_text(str_format("n%d", n)), "x.c", 1);
		for (int i = 0; i < FEW * 3; i++) {
			random = random * 1103515245 + 12345;
			NodeId from = random >> 8 & 0xff, to = random >> 16 & 0xff;
			from %= FEW;
			to %= FEW;
			if (from != to && (from < to || round % 2))
				add_edge(&graph, from, to, DEP_DATA);
		}
		walk_init(&walk, &graph);
		for (NodeId to = 1; to < FEW; to++) {
			bool exact;
			uint32_t all = try_all(&graph, 0, to, 1), counted = walk_count_ways(&walk, 0, to, 1000, &exact);
			uint32_t capped = walk_count_ways(&walk, 0, to, 2, &(bool){ false });
			assert_true(exact ? counted == all : counted <= all);
			assert_int_equal(counted > 0, all > 0);
			assert_int_equal(capped, counted < 2 ? counted : 2);
			exact_ones += exact && all > 2;
		}
		walk_release(&walk);
		graph_release(&graph);
	}
	assert_true(exact_ones > 20);
}

/* A ladder has 2^n ways. */
static void counts_very_many_ways(void **state)
{
	Graph graph = {0};
	Walk walk;
	bool exact;
	NodeId last = add_node(&graph, NODE_SIGNAL, "start", "x.c", 1);

	(void)state;
	for (int i = 0; i < 200; i++) {
		NodeId a = add_node(&graph, NODE_SIGNAL, str_text(str_format("a%d", i)), "x.c", 1);
		NodeId b = add_node(&graph, NODE_SIGNAL, str_text(str_format("b%d", i)), "x.c", 1);
		NodeId end = add_node(&graph, NODE_SIGNAL, str_text(str_format("end%d", i)), "x.c", 1);
		add_edge(&graph, last, a, DEP_DATA);
		add_edge(&graph, last, b, DEP_DATA);
		add_edge(&graph, a, end, DEP_DATA);
		add_edge(&graph, b, end, DEP_DATA);
		last = end;
	}
	walk_init(&walk, &graph);
	assert_int_equal(walk_count_ways(&walk, 0, last, 1000, &exact), 1000);
	assert_false(exact);
	walk_release(&walk);
	graph_release(&graph);
}

static void walks_a_long_chain(void **state)
{
	enum { LENGTH = 200000 };
	Graph graph = {0};
	char name[32];
	Walk walk;

	(void)state;
	for (uint32_t i = 0; i < LENGTH; i++) {
		snprintf(name, sizeof name, "n%u", i);
		NodeId id = add_node(&graph, NODE_SIGNAL, name, NULL, 0);
		if (i)
			graph_edge(&graph, id - 1, id, DEP_DATA, false, false, (Steps){0});
	}
	walk_init(&walk, &graph);
	uint32_t *component = walk_components(&walk);
	Reach reach = reach_of(&walk, 0, WALK_FORWARD, 0, 0);
	assert_int_equal(reach.distance[LENGTH - 1], LENGTH - 1);
	assert_int_not_equal(component[0], component[LENGTH - 1]);
	free(component);
	reach_release(&reach);
	walk_release(&walk);
	graph_release(&graph);
}

static void finds_names(void **state)
{
	static const struct { const char *name; uint32_t kinds; const char *expected; } cases[] = {
		{ "signal:user.age", 0, "signal:user.age" },
		{ "user.age", 0, "signal:user.age" },
		{ "ctr", 0, "model:ctr" },
		{ "ctr", 1 << NODE_PREDICTION, "prediction:ctr" },
		{ "ctr_7d", 0, "feature:ad_features.ctr_7d" },
		{ "embedding[3]", 0, "feature:embedding[3]" },
		{ "embedding[0..31]", 0, "feature:embedding[0]" },
		{ "feature:embedding[31]", 0, "feature:embedding[31]" },
		{ "age", 0,
			"error: \"age\" can mean signal:user.age, signal:ad.age, feature:ad_features.age; give one of them whole" },
		{ "clok", 0, "error: no node \"clok\"; did you mean \"clock\"?" },
		{ "signal:clok", 0, "error: no node \"signal:clok\"; did you mean \"signal:clock\"?" },
		{ "embedding[32]", 1 << NODE_MODEL,
			"error: no node \"embedding[32]\"; graph.json lists all nodes, one is \"ctr\"" },
		{ "", 0, "error: no node \"\"; graph.json lists all nodes, one is \"user.age\"" },
	};
	Graph graph = {0};

	(void)state;
	make_ad_ranker(&graph);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Diags diags = {0};
		NodeId node = 0;
		if (walk_find(&graph, cases[i].name, cases[i].kinds, &node, &diags)) {
			assert_string_equal(str_text(graph.nodes.items[node].id), cases[i].expected);
		} else {
			assert_int_equal(diags.items.len, 1);
			assert_string_equal(str_text(str_format("error: %s", str_text(diags.items.items[0].message))),
				cases[i].expected);
		}
		diags_release(&diags);
	}
	graph_release(&graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reaches),
		cmocka_unit_test(finds_components), cmocka_unit_test(counts_ways),
		cmocka_unit_test(counts_very_many_ways),
		cmocka_unit_test(walks_a_long_chain),
		cmocka_unit_test(finds_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
