/* One breadth-first search a model over features and stores: what lies behind another model is that model's cascade. */
#include "rules/cascade.h"

enum { LAYER_SLOTS = 4 };

static void collect_slots(const RuleContext *context, unsigned kinds, Cascade *cascade)
{
	NodeIds predictions = {0}, inputs = {0};
	Bitset reached = {0};

	query_predictions(&context->query, cascade->from, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++)
		query_reach_until(&context->query, predictions.items[i], FORWARD, kinds, 1u << NODE_MODEL, &reached);
	query_features(&context->query, cascade->to, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++)
		if (bitset_has(&reached, inputs.items[i]))
			vec_push(&cascade->slots, inputs.items[i]);
	bitset_release(&reached);
	vec_release(&predictions);
	vec_release(&inputs);
}

static void find_from(const RuleContext *context, NodeId from, unsigned kinds, Cascades *cascades)
{
	NodeIds predictions = {0};
	Bitset reached = {0};

	query_predictions(&context->query, from, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++)
		query_reach_until(&context->query, predictions.items[i], FORWARD, kinds, 1u << NODE_MODEL, &reached);
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		if (n == from || context_node(context, n)->kind != NODE_MODEL || !bitset_has(&reached, n))
			continue;
		Cascade *cascade = vec_add(cascades);
		cascade->from = from;
		cascade->to = n;
		query_cascade(&context->query, from, n, kinds, &cascade->path);
		for (uint32_t i = 0; i < cascade->path.len; i++)
			cascade->delay += context->graph->edges.items[cascade->path.items[i]].state;
		collect_slots(context, kinds, cascade);
	}
	bitset_release(&reached);
	vec_release(&predictions);
}

void cascades_find(const RuleContext *context, unsigned kinds, Cascades *cascades)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_MODEL)
			find_from(context, n, kinds, cascades);
}

void cascades_release(Cascades *cascades)
{
	for (uint32_t i = 0; i < cascades->len; i++) {
		vec_release(&cascades->items[i].path);
		vec_release(&cascades->items[i].slots);
	}
	vec_release(cascades);
}

static bool share_function(const Node *a, const Node *b)
{
	for (uint32_t i = 0; i < a->sites.len; i++)
		for (uint32_t k = 0; k < b->sites.len; k++)
			if (str_equal(a->sites.items[i].file, b->sites.items[k].file) &&
			    str_equal(a->sites.items[i].function, b->sites.items[k].function))
				return true;
	return false;
}

bool cascade_is_layers(const RuleContext *context, const Cascade *cascade)
{
	const Node *from = context_node(context, cascade->from), *to = context_node(context, cascade->to);

	return cascade->slots.len >= LAYER_SLOTS && !str_empty(from->callee) && str_equal(from->callee, to->callee) &&
		share_function(from, to);
}

void put_slots(Text *text, const RuleContext *context, const Cascade *cascade)
{
	put_nodes(text, context, &cascade->slots, 3);
	text_put(text, " of ");
	put_node(text, context_node(context, cascade->to));
}

void cascade_evidence(const RuleContext *context, const Cascade *cascade, Finding *finding)
{
	finding_node(finding, cascade->from);
	for (uint32_t i = 0; i < cascade->path.len; i++)
		finding_node(finding, query_end(&context->query, cascade->path.items[i], BACKWARD));
	finding_node(finding, cascade->to);
	finding_path(context, finding, &cascade->path);
	if (finding)
		finding->hidden = cascade_is_layers(context, cascade);
}
