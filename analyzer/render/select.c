/* How views take nodes and edges into their selection. */
#include "render/select.h"

const Node *selection_node(const Selection *selection, NodeId node)
{
	return &selection->graph->nodes.items[node];
}

void select_node(Selection *selection, NodeId node, Mark mark)
{
	bool is_new = bitset_add(&selection->nodes, node);

	if (is_new || mark > selection->marks[node])
		selection->marks[node] = (uint8_t)mark;
}

bool select_wants(const Selection *selection, const Edge *edge)
{
	return !selection->options->kinds || (selection->options->kinds >> edge->kind & 1);
}

void select_inner_edges(Selection *selection)
{
	const Graph *graph = selection->graph;

	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		if (select_wants(selection, edge) && bitset_has(&selection->nodes, edge->from) && bitset_has(&selection->nodes, edge->to))
			bitset_add(&selection->edges, e);
	}
}

void select_in_neighbours(Selection *selection, NodeId node, Mark mark)
{
	const Walk *walk = &selection->walk;

	for (uint32_t i = walk->in_start[node]; i < walk->in_start[node + 1]; i++) {
		const Edge *edge = &selection->graph->edges.items[walk->in[i]];
		if (select_wants(selection, edge))
			select_node(selection, edge->from, mark);
	}
}

void select_out_neighbours(Selection *selection, NodeId node, uint32_t kinds, Mark mark)
{
	const Walk *walk = &selection->walk;

	for (uint32_t i = walk->out_start[node]; i < walk->out_start[node + 1]; i++) {
		const Edge *edge = &selection->graph->edges.items[walk->out[i]];
		if (select_wants(selection, edge) && (kinds >> selection_node(selection, edge->to)->kind & 1))
			select_node(selection, edge->to, mark);
	}
}

static const char *unused_reason(const Node *node)
{
	switch (node->kind == NODE_FEATURE ? node->use : USE_READ_BY_MODEL) {
	case USE_NEVER_READ:
		return "never read";
	case USE_LOG_ONLY:
		return "read by no model";
	case USE_OVERWRITTEN:
		return "overwritten before a model reads it";
	case USE_BEYOND_COUNT:
		return "outside what the model reads";
	case USE_NOT_ASKED:
		return "no model asks for it";
	case USE_NOT_COMPUTED:
		return "declared, never computed";
	case USE_READ_BY_MODEL:
	case USE_OUTPUT:
	case USE_GUARD:
	case USE_WITHIN_MODEL:
		break;
	}
	return NULL;
}

void mark_unused(Selection *selection, NodeId node)
{
	const char *reason = unused_reason(selection_node(selection, node));

	if (!reason)
		return;
	select_node(selection, node, MARK_UNUSED);
	selection->reasons[node] = str_intern(reason);
}

Str selection_title(const Selection *selection)
{
	Str project = selection->graph->project;
	const char *select = selection->options->select;
	Str title = str_empty(project) ? selection->title :
		str_format("%s: %s", str_text(project), str_text(selection->title));

	return select && *select ? str_format("%s (%s)", str_text(title), select) : title;
}

bool finding_shows(const Finding *finding, const char *rule)
{
	return str_is(finding->rule, rule) && !finding->suppressed && !finding->hidden;
}

void mark_unread_predictions(Selection *selection)
{
	const Graph *graph = selection->graph;

	for (uint32_t f = 0; f < graph->findings.len; f++) {
		const Finding *finding = &graph->findings.items[f];
		if (!finding_shows(finding, "unused-feature") || !finding->nodes.len)
			continue;
		NodeId node = finding->nodes.items[0];
		if (selection_node(selection, node)->kind != NODE_PREDICTION)
			continue;
		select_node(selection, node, MARK_UNUSED);
		selection->reasons[node] = str_intern("no consumer was found");
	}
}

void mark_hidden_consumers(Selection *selection)
{
	const Graph *graph = selection->graph;

	for (uint32_t f = 0; f < graph->findings.len; f++) {
		const Finding *finding = &graph->findings.items[f];
		for (uint32_t i = 0; finding_shows(finding, "hidden-consumer") && i < finding->nodes.len; i++)
			if (selection_node(selection, finding->nodes.items[i])->kind == NODE_CONSUMER)
				select_node(selection, finding->nodes.items[i], MARK_HIDDEN);
	}
}
