/*
 * Everything is a breadth-first search over compressed adjacency rows, built once; components come from Tarjan's
 * algorithm with an explicit stack, since chains of features can be as long as a program. Rows list edges by id,
 * and the first of the shortest paths in that order is the one that is shown.
 */
#include "graph/query.h"

static void rows_init(Rows *rows, const Graph *graph, Direction direction)
{
	uint32_t nodes = graph->nodes.len, edges = graph->edges.len;

	rows->first = mem_calloc(nodes + 2, sizeof *rows->first);
	rows->edge = mem_alloc((edges + 1) * sizeof *rows->edge);
	for (EdgeId e = 0; e < edges; e++) {
		const Edge *edge = &graph->edges.items[e];
		rows->first[(direction == FORWARD ? edge->from : edge->to) + 2]++;
	}
	for (uint32_t n = 2; n < nodes + 2; n++)
		rows->first[n] += rows->first[n - 1];
	for (EdgeId e = 0; e < edges; e++) {
		const Edge *edge = &graph->edges.items[e];
		rows->edge[rows->first[(direction == FORWARD ? edge->from : edge->to) + 1]++] = e;
	}
}

void query_init(Query *query, const Graph *graph)
{
	query->graph = graph;
	rows_init(&query->rows[FORWARD], graph, FORWARD);
	rows_init(&query->rows[BACKWARD], graph, BACKWARD);
}

void query_release(Query *query)
{
	for (int d = 0; d < 2; d++) {
		free(query->rows[d].first);
		free(query->rows[d].edge);
	}
	*query = (Query){0};
}

const EdgeId *query_edges(const Query *query, NodeId node, Direction direction, uint32_t *count)
{
	const Rows *rows = &query->rows[direction];

	*count = rows->first[node + 1] - rows->first[node];
	return rows->edge + rows->first[node];
}

NodeId query_end(const Query *query, EdgeId edge, Direction direction)
{
	const Edge *e = &query->graph->edges.items[edge];

	return direction == FORWARD ? e->to : e->from;
}

static bool edge_allowed(const Query *query, EdgeId edge, unsigned kinds)
{
	return kinds >> query->graph->edges.items[edge].kind & 1;
}

static bool node_stops(const Query *query, NodeId node, unsigned stop)
{
	return stop >> query->graph->nodes.items[node].kind & 1;
}

void query_reach_until(const Query *query, NodeId from, Direction direction, unsigned kinds, unsigned stop,
                       Bitset *set)
{
	NodeIds queue = {0};

	vec_push(&queue, from);
	for (uint32_t i = 0; i < queue.len; i++) {
		uint32_t count;
		const EdgeId *edges = query_edges(query, queue.items[i], direction, &count);
		for (uint32_t k = 0; k < count; k++) {
			NodeId next = query_end(query, edges[k], direction);
			if (edge_allowed(query, edges[k], kinds) && bitset_add(set, next) && !node_stops(query, next, stop))
				vec_push(&queue, next);
		}
	}
	vec_release(&queue);
}

void query_reach(const Query *query, NodeId from, Direction direction, unsigned kinds, Bitset *set)
{
	query_reach_until(query, from, direction, kinds, 0, set);
}

/* Follows BY, the edge over which each node was found, back from TO. */
static void path_collect(const Query *query, const EdgeId *by, NodeId from, NodeId to, EdgeIds *path)
{
	NodeId node = to;

	do {
		vec_push(path, by[node]);
		node = query_end(query, by[node], BACKWARD);
	} while (node != from);
	for (uint32_t i = 0; i < path->len / 2; i++) {
		EdgeId swap = path->items[i];
		path->items[i] = path->items[path->len - 1 - i];
		path->items[path->len - 1 - i] = swap;
	}
}

bool query_path(const Query *query, NodeId from, NodeId to, unsigned kinds, unsigned stop, EdgeIds *path)
{
	EdgeId *by = mem_alloc((query->graph->nodes.len + 1) * sizeof *by);
	NodeIds queue = {0};

	vec_clear(path);
	for (uint32_t n = 0; n < query->graph->nodes.len; n++)
		by[n] = NONE;
	vec_push(&queue, from);
	for (uint32_t i = 0; i < queue.len && by[to] == NONE; i++) {
		uint32_t count;
		const EdgeId *edges = query_edges(query, queue.items[i], FORWARD, &count);
		for (uint32_t k = 0; k < count; k++) {
			NodeId next = query_end(query, edges[k], FORWARD);
			if (!edge_allowed(query, edges[k], kinds) || by[next] != NONE)
				continue;
			by[next] = edges[k];
			if (next != from && !node_stops(query, next, stop))
				vec_push(&queue, next);
		}
	}
	bool found = by[to] != NONE;
	if (found)
		path_collect(query, by, from, to, path);
	vec_release(&queue);
	free(by);
	return found;
}

typedef struct {
	NodeId node;
	uint32_t next; /* edge to look at, counted from the node's first */
} Frame;

typedef struct {
	const Query *query;
	unsigned kinds;
	uint32_t *order, *low; /* 0: not seen; NONE: its component is done */
	uint32_t clock, count;
	NodeIds open;
	VEC(Frame) frames;
	uint32_t *of;
} Tarjan;

static void tarjan_enter(Tarjan *t, NodeId node)
{
	t->order[node] = t->low[node] = ++t->clock;
	vec_push(&t->open, node);
	vec_push(&t->frames, (Frame){ node, 0 });
}

static void tarjan_leave(Tarjan *t, NodeId node)
{
	NodeId member;

	if (t->low[node] == t->order[node]) {
		do {
			member = vec_pop(&t->open);
			t->of[member] = t->count;
			t->low[member] = NONE;
		} while (member != node);
		t->count++;
	}
	(void)vec_pop(&t->frames);
	if (t->frames.len) {
		NodeId parent = vec_last(&t->frames)->node;
		if (t->low[node] < t->low[parent])
			t->low[parent] = t->low[node];
	}
}

static void tarjan_visit(Tarjan *t, NodeId root)
{
	tarjan_enter(t, root);
	while (t->frames.len) {
		Frame *frame = vec_last(&t->frames);
		uint32_t count;
		const EdgeId *edges = query_edges(t->query, frame->node, FORWARD, &count);
		if (frame->next == count) {
			tarjan_leave(t, frame->node);
			continue;
		}
		EdgeId edge = edges[frame->next++];
		NodeId node = frame->node, next = query_end(t->query, edge, FORWARD);
		if (!edge_allowed(t->query, edge, t->kinds))
			continue;
		if (!t->order[next])
			tarjan_enter(t, next);
		else if (t->low[next] != NONE && t->order[next] < t->low[node])
			t->low[node] = t->order[next];
	}
}

void query_components(const Query *query, unsigned kinds, Components *components)
{
	uint32_t nodes = query->graph->nodes.len;
	Tarjan t = { .query = query, .kinds = kinds };

	t.order = mem_calloc(nodes + 1, sizeof *t.order);
	t.low = mem_calloc(nodes + 1, sizeof *t.low);
	t.of = mem_calloc(nodes + 1, sizeof *t.of);
	for (NodeId n = 0; n < nodes; n++)
		if (!t.order[n])
			tarjan_visit(&t, n);
	for (NodeId n = 0; n < nodes; n++)
		t.of[n] = t.count - 1 - t.of[n];
	*components = (Components){ t.of, t.count };
	free(t.order);
	free(t.low);
	vec_release(&t.open);
	vec_release(&t.frames);
}

void components_release(Components *components)
{
	free(components->of);
	*components = (Components){0};
}

/* The nodes in the order of their components. */
static NodeId *nodes_by_component(const Query *query, const Components *components)
{
	uint32_t nodes = query->graph->nodes.len;
	uint32_t *first = mem_calloc(components->count + 1, sizeof *first);
	NodeId *sorted = mem_alloc((nodes + 1) * sizeof *sorted);

	for (NodeId n = 0; n < nodes; n++)
		first[components->of[n] + 1]++;
	for (uint32_t c = 0; c < components->count; c++)
		first[c + 1] += first[c];
	for (NodeId n = 0; n < nodes; n++)
		sorted[first[components->of[n]]++] = n;
	free(first);
	return sorted;
}

void query_depths(const Query *query, const Components *components, unsigned kinds, uint32_t *depth)
{
	const Graph *graph = query->graph;
	uint32_t *models = mem_calloc(components->count + 1, sizeof *models);
	uint32_t *before = mem_calloc(components->count + 1, sizeof *before);
	NodeId *sorted = nodes_by_component(query, components);

	for (NodeId n = 0; n < graph->nodes.len; n++)
		models[components->of[n]] += graph->nodes.items[n].kind == NODE_MODEL;
	for (uint32_t i = 0; i < graph->nodes.len; i++) {
		uint32_t count, c = components->of[sorted[i]];
		const EdgeId *edges = query_edges(query, sorted[i], FORWARD, &count);
		depth[sorted[i]] = before[c] + models[c];
		for (uint32_t k = 0; k < count; k++) {
			uint32_t to = components->of[query_end(query, edges[k], FORWARD)];
			if (to != c && edge_allowed(query, edges[k], kinds) && before[to] < before[c] + models[c])
				before[to] = before[c] + models[c];
		}
	}
	free(models);
	free(before);
	free(sorted);
}

void query_nodes(const Query *query, const Bitset *set, NodeIds *out)
{
	for (NodeId n = 0; n < query->graph->nodes.len; n++)
		if (bitset_has(set, n))
			vec_push(out, n);
}

static void collect_reached(const Query *query, NodeId node, Direction direction, unsigned kinds, unsigned stop,
                            unsigned wanted, NodeIds *out)
{
	Bitset set = {0};

	query_reach_until(query, node, direction, kinds, stop, &set);
	for (NodeId n = 0; n < query->graph->nodes.len; n++)
		if (bitset_has(&set, n) && wanted >> query->graph->nodes.items[n].kind & 1)
			vec_push(out, n);
	bitset_release(&set);
}

/* Edges are sorted by their ends, so their other ends come sorted, too. */
static void collect_neighbours(const Query *query, NodeId node, Direction direction, NodeKind kind, NodeIds *out)
{
	uint32_t count;
	const EdgeId *edges = query_edges(query, node, direction, &count);

	for (uint32_t k = 0; k < count; k++) {
		NodeId end = query_end(query, edges[k], direction);
		if (query->graph->nodes.items[end].kind == kind)
			vec_push(out, end);
	}
}

void query_impact(const Query *query, NodeId node, NodeIds *out)
{
	collect_reached(query, node, FORWARD, KIND_ALL, 0, ~0u, out);
}

void query_features(const Query *query, NodeId model, NodeIds *out)
{
	collect_neighbours(query, model, BACKWARD, NODE_FEATURE, out);
}

void query_predictions(const Query *query, NodeId model, NodeIds *out)
{
	collect_neighbours(query, model, FORWARD, NODE_PREDICTION, out);
}

static int node_id_order(const void *a, const void *b)
{
	NodeId x = *(const NodeId *)a, y = *(const NodeId *)b;

	return x < y ? -1 : x > y;
}

void query_consumers(const Query *query, NodeId node, NodeIds *out)
{
	NodeIds queue = {0};
	Bitset seen = {0};
	uint32_t start = out->len;

	vec_push(&queue, node);
	for (uint32_t i = 0; i < queue.len; i++) {
		uint32_t count;
		const EdgeId *edges = query_edges(query, queue.items[i], FORWARD, &count);
		for (uint32_t k = 0; k < count; k++) {
			NodeId next = query_end(query, edges[k], FORWARD);
			NodeKind kind = query->graph->nodes.items[next].kind;
			if (kind == NODE_CONSUMER && bitset_add(&seen, next))
				vec_push(out, next);
			else if (kind == NODE_STORE && bitset_add(&seen, next))
				vec_push(&queue, next);
		}
	}
	if (out->len > start)
		qsort(out->items + start, out->len - start, sizeof *out->items, node_id_order);
	vec_release(&queue);
	bitset_release(&seen);
}

void query_sources(const Query *query, NodeId node, unsigned kinds, NodeIds *out)
{
	collect_reached(query, node, BACKWARD, kinds, 0, 1u << NODE_SIGNAL, out);
}

void query_models(const Query *query, NodeId node, NodeIds *out)
{
	collect_reached(query, node, FORWARD, KIND_ALL, 0, 1u << NODE_MODEL, out);
}

void query_fed_models(const Query *query, NodeId feature, NodeIds *out)
{
	collect_neighbours(query, feature, FORWARD, NODE_MODEL, out);
}

NodeId query_model(const Query *query, NodeId prediction)
{
	uint32_t count;
	const EdgeId *edges = query_edges(query, prediction, BACKWARD, &count);

	for (uint32_t k = 0; k < count; k++)
		if (query->graph->nodes.items[query_end(query, edges[k], BACKWARD)].kind == NODE_MODEL)
			return query_end(query, edges[k], BACKWARD);
	return NONE;
}

bool query_cascade(const Query *query, NodeId from, NodeId to, unsigned kinds, EdgeIds *path)
{
	NodeIds predictions = {0};
	EdgeIds best = {0};

	query_predictions(query, from, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++) {
		EdgeIds candidate = {0};
		if (query_path(query, predictions.items[i], to, kinds, 1u << NODE_MODEL, &candidate) &&
		    (!best.len || candidate.len < best.len)) {
			vec_release(&best);
			best = candidate;
		} else {
			vec_release(&candidate);
		}
	}
	vec_clear(path);
	vec_append(path, &best);
	vec_release(&best);
	vec_release(&predictions);
	return path->len > 0;
}
