/*
 * The matrix: sources (signals, stores, predictions) down the side, models and features along the top. A cell holds
 * the strongest kind of way between them, which may pass through other features; a way is as strong as its weakest
 * edge. Its graph has the nodes of the whole one, with the same numbers, and one edge a cell.
 */
#include "render/select.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	const Graph *graph;
	Graph *derived;
	Walk walk;
	uint8_t *seen;
	EdgeId *by; /* the edge a node was reached by */
	NodeIds queue;
} Matrix;

static bool is_source(const Node *node)
{
	return node->kind == NODE_SIGNAL || node->kind == NODE_STORE || node->kind == NODE_PREDICTION;
}

static bool is_target(const Node *node)
{
	return node->kind == NODE_FEATURE || node->kind == NODE_MODEL;
}

/* Reaches from the queue on what KIND or stronger edges reach through features; STATE: also those across calls. */
static void reach(Matrix *matrix, DepKind kind, bool state)
{
	const Walk *walk = &matrix->walk;

	for (uint32_t q = 0; q < matrix->queue.len; q++) {
		NodeId node = matrix->queue.items[q];
		if (q && matrix->graph->nodes.items[node].kind != NODE_FEATURE)
			continue;
		for (uint32_t i = walk->out_start[node]; i < walk->out_start[node + 1]; i++) {
			const Edge *edge = &matrix->graph->edges.items[walk->out[i]];
			if (edge->kind < kind || (edge->state && !state) || matrix->seen[edge->to] ||
				!is_target(&matrix->graph->nodes.items[edge->to]))
				continue;
			matrix->seen[edge->to] = 1;
			matrix->by[edge->to] = walk->out[i];
			vec_push(&matrix->queue, edge->to);
		}
	}
}

static void cells_put(Matrix *matrix, NodeId source, DepKind kind, bool state, Bitset *done)
{
	vec_clear(&matrix->queue);
	memset(matrix->seen, 0, matrix->graph->nodes.len);
	vec_push(&matrix->queue, source);
	reach(matrix, kind, state);
	for (uint32_t q = 1; q < matrix->queue.len; q++) {
		NodeId to = matrix->queue.items[q];
		const Edge *last = &matrix->graph->edges.items[matrix->by[to]];
		if (!bitset_add(done, to))
			continue;
		Edge cell = { source, to, kind, state, last->unresolved, last->witness, 0, {0}, {0}, false };
		vec_push(&matrix->derived->edges, cell);
	}
}

static void row_put(Matrix *matrix, NodeId source)
{
	Bitset done = {0};

	for (int kind = DEP_DATA; kind >= DEP_CONTROL; kind--) {
		cells_put(matrix, source, (DepKind)kind, false, &done);
		cells_put(matrix, source, (DepKind)kind, true, &done);
	}
	bitset_release(&done);
}

void matrix_derive(const Graph *graph, Graph *derived)
{
	Matrix matrix = { .graph = graph, .derived = derived };

	derived->project = graph->project;
	for (NodeId n = 0; n < graph->nodes.len; n++)
		vec_push(&derived->nodes, graph->nodes.items[n]);
	walk_init(&matrix.walk, graph);
	matrix.seen = mem_calloc(graph->nodes.len + 1, sizeof *matrix.seen);
	matrix.by = mem_calloc(graph->nodes.len + 1, sizeof *matrix.by);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (is_source(&graph->nodes.items[n]))
			row_put(&matrix, n);
	walk_release(&matrix.walk);
	vec_release(&matrix.queue);
	free(matrix.seen);
	free(matrix.by);
}

bool select_matrix(Selection *selection, const char *argument, Diags *diags)
{
	const Graph *graph = selection->graph;

	(void)argument;
	(void)diags;
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		select_node(selection, graph->edges.items[e].from, MARK_NONE);
		select_node(selection, graph->edges.items[e].to, MARK_NONE);
	}
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		if (is_target(&graph->nodes.items[n]))
			select_node(selection, n, MARK_NONE);
		if (bitset_has(&selection->nodes, n))
			mark_unused(selection, n);
	}
	select_inner_edges(selection);
	selection->shape = SHAPE_MATRIX;
	selection->title = str_intern("what depends on what");
	selection->empty = str_intern("no model and no feature was found");
	selection->advice = str_intern("name the inference call under \"models:\" in featdep.yml, and its inputs under "
		"\"signals:\"");
	return true;
}
