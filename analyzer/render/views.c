/*
 * The views: one function each, which selects the nodes and edges it is about and says why there may be none. To add
 * a view, add a function and its line in the table.
 */
#include "render/view.h"

#include "render/select.h"

static bool select_overview(Selection *selection, const char *argument, Diags *diags)
{
	(void)argument;
	(void)diags;
	for (NodeId n = 0; n < selection->graph->nodes.len; n++) {
		select_node(selection, n, MARK_NONE);
		mark_unused(selection, n);
	}
	mark_hidden_consumers(selection);
	mark_unread_predictions(selection);
	select_inner_edges(selection);
	selection->title = str_intern("overview");
	selection->empty = str_intern("no models, features or signals were found");
	selection->advice = str_intern("name the inference call under \"models:\" in featdep.yml, and its inputs under "
		"\"signals:\"");
	return true;
}

bool select_model(const Graph *graph, const char *argument, NodeId *model, Diags *diags)
{
	uint32_t models = 0;
	Text names = {0};

	if (argument)
		return walk_find(graph, argument, 1U << NODE_MODEL, model, diags);
	for (NodeId n = 0; n < graph->nodes.len; n++) {
		if (graph->nodes.items[n].kind != NODE_MODEL)
			continue;
		*model = n;
		text_printf(&names, "%s%s", models++ ? ", " : "", str_text(graph->nodes.items[n].name));
	}
	if (models > 1)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "this view is about one model: give one of %s",
			text_data(&names));
	text_release(&names);
	return models < 2;
}

/* Backward from the model to what its features are made of; predictions of other models end the way. */
static void select_sources(Selection *selection, NodeId model)
{
	const Graph *graph = selection->graph;
	NodeIds queue = {0};
	uint32_t depth_end = 1, depth = 0;

	select_node(selection, model, MARK_FOCUS);
	vec_push(&queue, model);
	for (uint32_t q = 0; q < queue.len; q++) {
		NodeId node = queue.items[q];
		if (q == depth_end) {
			depth_end = queue.len;
			if (++depth == selection->options->depth)
				break;
		}
		for (uint32_t i = selection->walk.in_start[node]; i < selection->walk.in_start[node + 1]; i++) {
			const Edge *edge = &graph->edges.items[selection->walk.in[i]];
			NodeId from = edge->from;
			bool ends = graph->nodes.items[from].kind == NODE_PREDICTION;
			if (bitset_has(&selection->nodes, from) || !select_wants(selection, edge))
				continue;
			select_node(selection, from, MARK_NONE);
			if (!ends)
				vec_push(&queue, from);
		}
	}
	vec_release(&queue);
}

static bool select_features(Selection *selection, const char *argument, Diags *diags)
{
	NodeId model = UINT32_MAX;

	selection->title = str_intern("what the model is fed with");
	selection->empty = str_intern("no model was found");
	selection->advice = str_intern("name the inference call under \"models:\" in featdep.yml");
	if (!select_model(selection->graph, argument, &model, diags))
		return false;
	if (model == UINT32_MAX)
		return true;
	selection->title = str_format("what model %s is fed with", str_text(selection_node(selection, model)->name));
	select_sources(selection, model);
	select_out_neighbours(selection, model, 1U << NODE_PREDICTION, MARK_CONTEXT);
	select_inner_edges(selection);
	return true;
}

/* Models that PREDICTION reaches, without those that make it. */
static void models_beyond(const Selection *selection, NodeId prediction, const Reach *reach, NodeIds *models)
{
	const Graph *graph = selection->graph;
	const Walk *walk = &selection->walk;

	for (NodeId n = 0; n < graph->nodes.len; n++) {
		if (graph->nodes.items[n].kind != NODE_MODEL || !reach_has(reach, n))
			continue;
		bool makes = false;
		for (uint32_t i = walk->in_start[prediction]; i < walk->in_start[prediction + 1]; i++)
			makes |= graph->edges.items[walk->in[i]].from == n;
		if (!makes)
			vec_push(models, n);
	}
}

static void select_cascade(Selection *selection, NodeId prediction)
{
	NodeIds start = {0}, models = {0};
	vec_push(&start, prediction);
	Reach forward = walk_reach(&selection->walk, &start, WALK_FORWARD, 0, selection->options->kinds);

	models_beyond(selection, prediction, &forward, &models);
	if (models.len) {
		Reach backward = walk_reach(&selection->walk, &models, WALK_BACKWARD, 0, selection->options->kinds);
		for (NodeId n = 0; n < selection->graph->nodes.len; n++)
			if (reach_has(&forward, n) && reach_has(&backward, n))
				select_node(selection, n, n == prediction ? MARK_FOCUS : MARK_NONE);
		select_in_neighbours(selection, prediction, MARK_NONE);
		for (uint32_t i = 0; i < models.len; i++)
			select_out_neighbours(selection, models.items[i], 1U << NODE_PREDICTION, MARK_CONTEXT);
		reach_release(&backward);
	}
	reach_release(&forward);
	vec_release(&start);
	vec_release(&models);
}

static void count_other_inputs(Selection *selection)
{
	const Walk *walk = &selection->walk;

	for (NodeId n = 0; n < selection->graph->nodes.len; n++) {
		uint32_t others = 0;
		if (selection_node(selection, n)->kind != NODE_MODEL || !bitset_has(&selection->nodes, n))
			continue;
		for (uint32_t i = walk->in_start[n]; i < walk->in_start[n + 1]; i++)
			others += !bitset_has(&selection->nodes, selection->graph->edges.items[walk->in[i]].from);
		if (others)
			selection->reasons[n] = str_format("and %u other input%s", others, others == 1 ? "" : "s");
	}
}

static bool select_cascades(Selection *selection, const char *argument, Diags *diags)
{
	(void)argument;
	(void)diags;
	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (selection_node(selection, n)->kind == NODE_PREDICTION)
			select_cascade(selection, n);
	count_other_inputs(selection);
	select_inner_edges(selection);
	selection->shape = SHAPE_FREE;
	selection->title = str_intern("models that are fed with predictions of other models");
	selection->empty = str_intern("no prediction reaches the input of another model");
	selection->advice = str_intern("nothing to do; if a model is missing, name it under \"models:\" in featdep.yml");
	return true;
}

static void explain_consumer(Selection *selection, NodeId consumer)
{
	const Node *node = selection_node(selection, consumer);
	Text reason = {0};

	for (uint32_t i = 0; i < node->escapes.len; i++)
		text_printf(&reason, "%s%s", i ? ", " : "leaves by: ", str_text(node->escapes.items[i]));
	if (!node->escapes.len && (node->uses & CONSUME_PERSIST))
		text_put(&reason, "keeps it");
	else if (!node->escapes.len && (node->uses & CONSUME_BRANCH))
		text_put(&reason, "branches on it");
	selection->reasons[consumer] = str_intern(text_data(&reason));
	text_release(&reason);
}

static bool select_hidden_consumers(Selection *selection, const char *argument, Diags *diags)
{
	NodeIds hidden = {0}, used = {0};

	(void)argument;
	(void)diags;
	mark_hidden_consumers(selection);
	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (bitset_has(&selection->nodes, n))
			vec_push(&hidden, n);
	for (uint32_t i = 0; i < hidden.len; i++) {
		explain_consumer(selection, hidden.items[i]);
		select_in_neighbours(selection, hidden.items[i], MARK_NONE);
	}
	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (bitset_has(&selection->nodes, n) && selection->marks[n] != MARK_HIDDEN)
			vec_push(&used, n);
	for (uint32_t i = 0; i < used.len; i++) {
		if (selection_node(selection, used.items[i])->kind == NODE_PREDICTION)
			select_in_neighbours(selection, used.items[i], MARK_CONTEXT);
		select_out_neighbours(selection, used.items[i], 1U << NODE_CONSUMER | 1U << NODE_MODEL, MARK_CONTEXT);
	}
	select_inner_edges(selection);
	vec_release(&hidden);
	vec_release(&used);
	selection->title = str_intern("who reads predictions and features without being declared");
	selection->empty = str_intern("every consumer that was found is declared");
	selection->advice = str_intern("nothing to do; consumers are declared under \"consumers:\" in featdep.yml");
	return true;
}

static bool select_unused(Selection *selection, const char *argument, Diags *diags)
{
	NodeIds unused = {0};

	(void)argument;
	(void)diags;
	mark_unread_predictions(selection);
	for (NodeId n = 0; n < selection->graph->nodes.len; n++) {
		const Node *node = selection_node(selection, n);
		mark_unused(selection, n);
		if (node->dead_stores.len && !bitset_has(&selection->nodes, n)) {
			select_node(selection, n, MARK_NONE);
			selection->reasons[n] = str_intern("some values overwritten unread");
		}
		if (bitset_has(&selection->nodes, n))
			vec_push(&unused, n);
	}
	for (uint32_t i = 0; i < unused.len; i++) {
		select_in_neighbours(selection, unused.items[i], MARK_CONTEXT);
		select_out_neighbours(selection, unused.items[i], ~0U, MARK_CONTEXT);
	}
	select_inner_edges(selection);
	vec_release(&unused);
	selection->group_reasons = true;
	selection->title = str_intern("what is made for nothing: unused, or overwritten unread");
	selection->empty = str_intern("every feature that was found is read by a model, every prediction by a consumer");
	selection->advice = str_intern("nothing to do; features are named under \"features:\" in featdep.yml");
	return true;
}

static bool select_impact(Selection *selection, const char *argument, Diags *diags)
{
	NodeIds start = {0};
	NodeId node;

	if (!argument) {
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "the view \"impact\" is about one node: give its name");
		return false;
	}
	if (!walk_find(selection->graph, argument, 0, &node, diags))
		return false;
	vec_push(&start, node);
	Reach reach = walk_reach(&selection->walk, &start, WALK_FORWARD, selection->options->depth,
		selection->options->kinds);
	for (NodeId n = 0; n < selection->graph->nodes.len; n++)
		if (reach_has(&reach, n))
			select_node(selection, n, n == node ? MARK_FOCUS : MARK_NONE);
	select_inner_edges(selection);
	reach_release(&reach);
	vec_release(&start);
	selection->title = str_format("what is affected when %s changes", str_text(selection_node(selection, node)->id));
	return true;
}

const ViewKind view_kinds[] = {
	{ .name = "overview", .summary = "signals, features, models, predictions and consumers", .select = select_overview },
	{ .name = "features", .summary = "what one model is fed with, and from where", .argument = "MODEL",
		.select = select_features },
	{ .name = "steps", .summary = "through which values its features are made", .argument = "MODEL", .build = steps_build },
	{ .name = "feedback", .summary = "predictions that come back to the model that made them", .select = select_feedback },
	{ .name = "cascades", .summary = "models that are fed with predictions of other models", .select = select_cascades },
	{ .name = "hidden-consumers", .summary = "who reads predictions without being declared",
		.select = select_hidden_consumers },
	{ .name = "unused", .summary = "features that no model uses or that are overwritten, unread predictions", .select = select_unused },
	{ .name = "impact", .summary = "what is affected when a node changes", .argument = "NODE", .select = select_impact },
	{ .name = "matrix", .summary = "what depends on which signal, as a table", .derive = matrix_derive,
		.select = select_matrix },
	{ .name = "variants", .summary = "features that are made in different ways, side by side", .select = select_variants,
		.finish = variants_finish },
	{ .name = "census", .summary = "how small a part of the code the model is", .build = census_build, .no_nodes = true },
	{ .name = NULL },
};
