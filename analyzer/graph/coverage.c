/* Doubt spreads forward: one search from everything unresolved, one search back from the models. */
#include "graph/coverage.h"

void coverage_fed(const Query *query, Bitset *set)
{
	const Graph *graph = query->graph;
	Bitset above = {0};

	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == NODE_MODEL)
			query_reach(query, n, BACKWARD, KIND_ALL, &above);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == NODE_FEATURE && bitset_has(&above, n))
			bitset_add(set, n);
	bitset_release(&above);
}

void coverage_valued(const Query *query, Bitset *set)
{
	const Graph *graph = query->graph;
	Bitset reached = {0};

	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == NODE_SIGNAL)
			query_reach(query, n, FORWARD, KIND_VALUE, &reached);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == NODE_FEATURE && bitset_has(&reached, n))
			bitset_add(set, n);
	bitset_release(&reached);
}

void coverage_rests(const Query *query, NodeId signal, const Bitset *valued, Bitset *set)
{
	Bitset decided = {0};

	query_reach(query, signal, FORWARD, KIND_VALUE, set);
	query_reach(query, signal, FORWARD, KIND_ALL, &decided);
	for (NodeId n = 0; n < query->graph->nodes.len; n++)
		if (query->graph->nodes.items[n].kind == NODE_FEATURE && bitset_has(&decided, n) && !bitset_has(valued, n) &&
		    bitset_add(set, n))
			query_reach(query, n, FORWARD, KIND_VALUE, set);
	bitset_release(&decided);
}

static bool is_undeclared(const Node *node)
{
	return node->kind == NODE_SIGNAL && !node->declared && !node->kept;
}

void coverage_doubtful(const Query *query, Bitset *set)
{
	const Graph *graph = query->graph;
	Bitset valued = {0};

	coverage_valued(query, &valued);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		const Node *node = &graph->nodes.items[n];
		if (node->is_assumed && bitset_add(set, n))
			query_reach(query, n, FORWARD, KIND_ALL, set);
		else if (is_undeclared(node) && bitset_add(set, n))
			coverage_rests(query, n, &valued, set);
	}
	bitset_release(&valued);
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		if (edge->unresolved && bitset_add(set, edge->to))
			query_reach(query, edge->to, FORWARD, KIND_ALL, set);
	}
}

typedef VEC(EdgeIds) EdgeLists;

/* What an unknown function returns is a node of its own, and certain to come from it. */
static bool is_doubtful(const Graph *graph, const Edge *edge)
{
	return edge->unresolved || graph->nodes.items[edge->from].is_assumed;
}

/* The doubtful edges by the places of their steps. */
static void edges_by_place(const Graph *graph, Map *places, EdgeLists *lists)
{
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Steps *steps = &graph->edges.items[e].witness;
		for (uint32_t i = 0; is_doubtful(graph, &graph->edges.items[e]) && i < steps->len; i++) {
			uint64_t key = site_key(&steps->items[i].site);
			uint32_t index = map_get_or(places, key, NONE);
			if (index == NONE) {
				index = lists->len;
				vec_push(lists, (EdgeIds){0});
				map_put(places, key, index);
			}
			EdgeIds *list = &lists->items[index];
			if (!list->len || *vec_last(list) != e)
				vec_push(list, e);
		}
	}
}

static uint32_t count_fed(const Graph *graph, const Bitset *behind, const Bitset *fed)
{
	uint32_t count = 0;

	for (NodeId n = 0; n < graph->nodes.len; n++)
		count += bitset_has(behind, n) && bitset_has(fed, n);
	return count;
}

static uint32_t count_behind(const Query *query, const EdgeIds *edges, const Bitset *fed)
{
	Bitset behind = {0};

	for (uint32_t i = 0; i < edges->len; i++) {
		NodeId to = query_end(query, edges->items[i], FORWARD);
		if (bitset_add(&behind, to))
			query_reach(query, to, FORWARD, KIND_ALL, &behind);
	}
	uint32_t count = count_fed(query->graph, &behind, fed);
	bitset_release(&behind);
	return count;
}

/* Features behind the node SOURCE, an id. */
static uint32_t count_behind_source(const Query *query, Str source, const Bitset *fed)
{
	Bitset behind = {0};
	NodeId node = graph_find(query->graph, str_text(source));

	if (node != NONE)
		query_reach(query, node, FORWARD, KIND_ALL, &behind);
	uint32_t count = count_fed(query->graph, &behind, fed);
	bitset_release(&behind);
	return count;
}

static void count_unresolved(Graph *graph, const Query *query, const Bitset *fed)
{
	Map places = {0};
	EdgeLists lists = {0};

	edges_by_place(graph, &places, &lists);
	Str source = {0};
	uint32_t behind_source = 0;
	for (uint32_t i = 0; i < graph->coverage.unresolved.len; i++) {
		Unresolved *place = &graph->coverage.unresolved.items[i];
		uint32_t index = map_get_or(&places, site_key(&place->site), NONE);
		uint32_t count = behind_source;
		if (str_empty(place->source)) {
			count = index == NONE ? 0 : count_behind(query, &lists.items[index], fed);
		} else if (!str_equal(place->source, source)) {
			source = place->source;
			count = behind_source = count_behind_source(query, source, fed);
		}
		if (count > place->features)
			place->features = count;
	}
	for (uint32_t i = 0; i < lists.len; i++)
		vec_release(&lists.items[i]);
	vec_release(&lists);
	map_release(&places);
}

void coverage_complete(Graph *graph, const Query *query)
{
	Bitset fed = {0}, doubtful = {0};

	coverage_fed(query, &fed);
	coverage_doubtful(query, &doubtful);
	graph->coverage.features = bitset_count(&fed);
	graph->coverage.features_resolved = 0;
	for (NodeId n = 0; n < graph->nodes.len; n++)
		graph->coverage.features_resolved += bitset_has(&fed, n) && !bitset_has(&doubtful, n);
	count_unresolved(graph, query, &fed);
	bitset_release(&fed);
	bitset_release(&doubtful);
}
