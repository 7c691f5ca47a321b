/* The view of feedback: everything on a way from a prediction back to the model that makes it. */
#include "render/select.h"

#include <stdlib.h>

static bool makes_loop(const Selection *selection, NodeId prediction, const uint32_t *component)
{
	const Walk *walk = &selection->walk;

	for (uint32_t i = walk->in_start[prediction]; i < walk->in_start[prediction + 1]; i++)
		if (component[selection->graph->edges.items[walk->in[i]].from] == component[prediction])
			return true;
	return false;
}

/* Where the condition of the loop is that FINDING tells of, for the label of its model. */
static void explain_loop(Selection *selection, const Finding *finding)
{
	for (uint32_t i = 0; finding_shows(finding, "feedback-loop") && i < finding->nodes.len; i++) {
		NodeId node = finding->nodes.items[i];
		if (selection_node(selection, node)->kind == NODE_MODEL && bitset_has(&selection->nodes, node))
			selection->reasons[node] = str_intern("fed with what it predicted before");
	}
}

/* Ways out of the loop and into it, as context. */
static void select_surroundings(Selection *selection)
{
	NodeIds loop = {0};

	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (bitset_has(&selection->nodes, n))
			vec_push(&loop, n);
	for (uint32_t i = 0; i < loop.len; i++)
		if (selection_node(selection, loop.items[i])->kind == NODE_PREDICTION)
			select_out_neighbours(selection, loop.items[i], 1U << NODE_CONSUMER | 1U << NODE_STORE, MARK_CONTEXT);
	vec_release(&loop);
}

bool select_feedback(Selection *selection, const char *argument, Diags *diags)
{
	const Graph *graph = selection->graph;
	uint32_t *component = walk_components(&selection->walk);
	Bitset loops = {0};

	(void)argument;
	(void)diags;
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (graph->nodes.items[n].kind == NODE_PREDICTION && makes_loop(selection, n, component))
			bitset_add(&loops, component[n]);
	for (NodeId n = 0; n < graph->nodes.len; n++)
		if (bitset_has(&loops, component[n]))
			select_node(selection, n, graph->nodes.items[n].kind == NODE_MODEL ? MARK_FOCUS : MARK_NONE);
	for (uint32_t f = 0; f < graph->findings.len; f++)
		explain_loop(selection, &graph->findings.items[f]);
	select_surroundings(selection);
	select_inner_edges(selection);
	bitset_release(&loops);
	free(component);
	selection->title = str_intern("predictions that come back to the model that made them");
	selection->empty = str_intern("no prediction reaches the inputs of the model that made it");
	selection->advice = str_intern("loops through a file, a database or the world are closed by declaring both ends under "
		"\"stores:\" in featdep.yml");
	return true;
}
