/* Queries on small graphs by hand, and on random graphs against answers computed the slow and obvious way. */
#include "base/text.h"
#include "graph/query.h"

#include "graph_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { MAX_NODES = 24 };

typedef struct {
	bool edge[MAX_NODES][MAX_NODES]; /* of the kinds asked for */
	bool reach[MAX_NODES][MAX_NODES];
	unsigned distance[MAX_NODES][MAX_NODES]; /* 0: none */
	unsigned nodes;
} Oracle;

static uint32_t seed;

static uint32_t next_random(uint32_t limit)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % limit;
}

static Steps one_step(void)
{
	Steps steps = {0};

	vec_push(&steps, (Step){0});
	return steps;
}

static void random_graph(Graph *graph, unsigned nodes, unsigned edges)
{
	for (unsigned n = 0; n < nodes; n++)
		graph_node(graph, (NodeKind)next_random(6), str_format("n%02u", n));
	for (unsigned e = 0; e < edges; e++)
		graph_edge(graph, next_random(nodes), next_random(nodes), (DepKind)next_random(3), false, false, one_step());
}

static void oracle_init(Oracle *oracle, const Graph *graph, unsigned kinds)
{
	*oracle = (Oracle){ .nodes = graph->nodes.len };
	for (uint32_t e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		if (kinds >> edge->kind & 1)
			oracle->edge[edge->from][edge->to] = oracle->reach[edge->from][edge->to] = true;
	}
	for (unsigned k = 0; k < oracle->nodes; k++)
		for (unsigned i = 0; i < oracle->nodes; i++)
			for (unsigned j = 0; j < oracle->nodes; j++)
				oracle->reach[i][j] |= oracle->reach[i][k] && oracle->reach[k][j];
	for (unsigned length = 1; length <= oracle->nodes; length++)
		for (unsigned i = 0; i < oracle->nodes; i++)
			for (unsigned j = 0; j < oracle->nodes; j++)
				for (unsigned k = 0; k < oracle->nodes && !oracle->distance[i][j]; k++)
					if (oracle->edge[k][j] && (length == 1 ? k == i : oracle->distance[i][k] == length - 1))
						oracle->distance[i][j] = length;
}

static void check_path(const Query *query, const Oracle *oracle, NodeId from, NodeId to, unsigned kinds)
{
	EdgeIds path = {0};
	bool found = query_path(query, from, to, kinds, 0, &path);

	assert_int_equal(found, oracle->reach[from][to]);
	assert_int_equal(path.len, oracle->distance[from][to]);
	for (uint32_t i = 0; i < path.len; i++) {
		const Edge *edge = &query->graph->edges.items[path.items[i]];
		assert_true(kinds >> edge->kind & 1);
		assert_int_equal(edge->from, i ? query_end(query, path.items[i - 1], FORWARD) : from);
	}
	if (found)
		assert_int_equal(query_end(query, *vec_last(&path), FORWARD), to);
	vec_release(&path);
}

static void check_components(const Query *query, const Oracle *oracle, unsigned kinds)
{
	Components components;

	query_components(query, kinds, &components);
	for (unsigned i = 0; i < oracle->nodes; i++) {
		assert_true(components.of[i] < components.count);
		for (unsigned j = 0; j < oracle->nodes; j++) {
			bool together = i == j || (oracle->reach[i][j] && oracle->reach[j][i]);
			assert_int_equal(components.of[i] == components.of[j], together);
			if (!together && oracle->reach[i][j])
				assert_true(components.of[i] < components.of[j]);
		}
	}
	components_release(&components);
}

static void check_random(unsigned nodes, unsigned edges, unsigned kinds)
{
	Graph graph = {0};
	Query query;
	Oracle oracle;

	random_graph(&graph, nodes, edges);
	query_init(&query, &graph);
	oracle_init(&oracle, &graph, kinds);
	for (unsigned i = 0; i < nodes; i++) {
		Bitset forward = {0}, backward = {0};
		query_reach(&query, i, FORWARD, kinds, &forward);
		query_reach(&query, i, BACKWARD, kinds, &backward);
		for (unsigned j = 0; j < nodes; j++) {
			assert_int_equal(bitset_has(&forward, j), oracle.reach[i][j]);
			assert_int_equal(bitset_has(&backward, j), oracle.reach[j][i]);
			check_path(&query, &oracle, i, j, kinds);
		}
		bitset_release(&forward);
		bitset_release(&backward);
	}
	check_components(&query, &oracle, kinds);
	query_release(&query);
	graph_release(&graph);
}

static void test_random(void **state)
{
	(void)state;
	for (seed = 1; seed < 4000000000u; seed += 40000003u) {
		uint32_t start = seed;
		unsigned nodes = 1 + next_random(MAX_NODES), kinds = 1 + next_random(KIND_ALL);
		check_random(nodes, next_random(3 * nodes), kinds);
		seed = start;
	}
}

/* Two models in a row; the second is read through a store; a signal that reaches both. */
static const char chain[] =
	"signal:age -> feature:f[0]\n"
	"signal:age -> feature:g[1] control\n"
	"feature:f[0] -> model:a\n"
	"feature:f[1] -> model:a\n"
	"model:a -> prediction:a\n"
	"prediction:a -> feature:g[0]\n"
	"prediction:a -> consumer:report\n"
	"feature:g[0] -> model:b\n"
	"feature:g[1] -> model:b\n"
	"model:b -> prediction:b\n"
	"prediction:b -> store:s[x]\n"
	"store:s[x] -> consumer:other\n"
	"prediction:b -> consumer:decide\n";

typedef void (*Collect)(const Query *query, NodeId node, NodeIds *out);

static void collect_value_sources(const Query *query, NodeId node, NodeIds *out)
{
	query_sources(query, node, KIND_VALUE, out);
}

static void collect_all_sources(const Query *query, NodeId node, NodeIds *out)
{
	query_sources(query, node, KIND_ALL, out);
}

static const struct {
	Collect collect;
	const char *node, *expected;
} questions[] = {
	{ query_features, "model:a", "feature:f[0] feature:f[1]" },
	{ query_features, "model:b", "feature:g[0] feature:g[1]" },
	{ query_features, "prediction:a", "" },
	{ query_predictions, "model:a", "prediction:a" },
	{ query_consumers, "prediction:a", "consumer:report" },
	{ query_consumers, "prediction:b", "consumer:decide consumer:other" },
	{ query_consumers, "feature:f[0]", "" },
	{ collect_value_sources, "feature:g[0]", "signal:age" },
	{ collect_value_sources, "feature:g[1]", "" },
	{ collect_all_sources, "feature:g[1]", "signal:age" },
	{ collect_all_sources, "feature:f[1]", "" },
	{ query_models, "signal:age", "model:a model:b" },
	{ query_models, "prediction:a", "model:b" },
	{ query_models, "prediction:b", "" },
	{ query_fed_models, "feature:f[0]", "model:a" },
	{ query_impact, "prediction:b", "consumer:decide consumer:other store:s[x]" },
	{ query_impact, "consumer:other", "" },
};

static int id_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void test_questions(void **state)
{
	Graph graph = {0};
	Query query;

	(void)state;
	graph_read(&graph, chain);
	query_init(&query, &graph);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		NodeIds out = {0};
		Text text = {0};
		const char *ids[32];
		questions[i].collect(&query, graph_find(&graph, questions[i].node), &out);
		for (uint32_t k = 0; k < out.len; k++)
			ids[k] = str_text(graph.nodes.items[out.items[k]].id);
		qsort(ids, out.len, sizeof *ids, id_order);
		for (uint32_t k = 0; k < out.len; k++)
			text_printf(&text, "%s%s", k ? " " : "", ids[k]);
		assert_string_equal(text_data(&text), questions[i].expected);
		vec_release(&out);
		text_release(&text);
	}
	query_release(&query);
	graph_release(&graph);
}

static void test_cascade(void **state)
{
	Graph graph = {0};
	Query query;
	EdgeIds path = {0};

	(void)state;
	graph_read(&graph, chain);
	query_init(&query, &graph);
	NodeId a = graph_find(&graph, "model:a"), b = graph_find(&graph, "model:b");
	assert_true(query_cascade(&query, a, b, KIND_VALUE, &path));
	assert_int_equal(path.len, 2);
	assert_int_equal(query_end(&query, path.items[0], FORWARD), graph_find(&graph, "feature:g[0]"));
	assert_false(query_cascade(&query, a, b, KIND_CONTROL, &path));
	assert_false(query_cascade(&query, b, a, KIND_ALL, &path));
	assert_int_equal(path.len, 0);
	assert_int_equal(query_model(&query, graph_find(&graph, "prediction:b")), b);
	assert_int_equal(query_model(&query, b), NONE);
	vec_release(&path);
	query_release(&query);
	graph_release(&graph);
}

static void test_cascade_stops_at_models(void **state)
{
	Graph graph = {0};
	Query query;
	EdgeIds path = {0};

	(void)state;
	graph_read(&graph, "model:a -> prediction:a\nprediction:a -> feature:b.x\nfeature:b.x -> model:b\n"
	           "model:b -> prediction:b\nprediction:b -> feature:c.x\nfeature:c.x -> model:c\n");
	query_init(&query, &graph);
	assert_false(query_cascade(&query, graph_find(&graph, "model:a"), graph_find(&graph, "model:c"), KIND_ALL, &path));
	query_release(&query);
	graph_release(&graph);
}

static void check_depth(const char *text, const char *node, uint32_t expected)
{
	Graph graph = {0};
	Query query;
	Components components;
	uint32_t depth[32];

	graph_read(&graph, text);
	query_init(&query, &graph);
	query_components(&query, KIND_ALL, &components);
	query_depths(&query, &components, KIND_ALL, depth);
	assert_int_equal(depth[graph_find(&graph, node)], expected);
	components_release(&components);
	query_release(&query);
	graph_release(&graph);
}

static void test_depths(void **state)
{
	(void)state;
	check_depth(chain, "signal:age", 0);
	check_depth(chain, "model:a", 1);
	check_depth(chain, "model:b", 2);
	check_depth(chain, "consumer:decide", 2);
	/* a loop counts all its models, wherever it is entered */
	check_depth("model:a -> prediction:a\nprediction:a -> feature:x\nfeature:x -> model:b\nmodel:b -> prediction:b\n"
	            "prediction:b -> feature:y state\nfeature:y -> model:a\nprediction:b -> consumer:c\n", "consumer:c", 2);
}

static void test_long_chain(void **state)
{
	enum { LENGTH = 200000 };
	Graph graph = {0};
	Query query;
	Components components;
	Bitset set = {0};

	(void)state;
	for (uint32_t n = 0; n < LENGTH; n++)
		graph_node(&graph, NODE_FEATURE, str_format("chain[%u]", n));
	for (uint32_t n = 0; n + 1 < LENGTH; n++)
		graph_edge(&graph, n, n + 1, DEP_DATA, false, false, (Steps){0});
	query_init(&query, &graph);
	query_components(&query, KIND_ALL, &components);
	assert_int_equal(components.count, LENGTH);
	query_reach(&query, 0, FORWARD, KIND_ALL, &set);
	assert_int_equal(bitset_count(&set), LENGTH - 1);
	bitset_release(&set);
	components_release(&components);
	query_release(&query);
	graph_release(&graph);
}

static void test_empty(void **state)
{
	Graph graph = {0};
	Query query;
	Components components;

	(void)state;
	query_init(&query, &graph);
	query_components(&query, KIND_ALL, &components);
	assert_int_equal(components.count, 0);
	components_release(&components);
	query_release(&query);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random), cmocka_unit_test(test_questions), cmocka_unit_test(test_cascade),
		cmocka_unit_test(test_cascade_stops_at_models), cmocka_unit_test(test_depths), cmocka_unit_test(test_long_chain),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
