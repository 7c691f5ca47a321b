/*
 * Bare slots: the elements of a feature array are addressed by plain numbers, so that only the training code knows
 * what f[7] means; and a prediction that crosses modules as a plain number says neither its scale nor its version, so that
 * one reader turns log-odds into a probability and another compares them as they are.
 *
 *     f[7] = profile->age;               // what was 7 again?
 *     predict(f, 12);
 */
#include "rules/rule.h"

enum { MIN_SLOTS = 3 };

static bool is_bare(const Node *feature)
{
	return feature->first >= 0 && !str_empty(feature->object) && str_equal(feature->label, feature->name);
}

static void report_slots(RuleContext *context, NodeId model, const NodeIds *bare, uint32_t inputs)
{
	const Node *node = context_node(context, model);
	Text message = {0}, advice = {0};

	put_node(&message, node);
	text_printf(&message, ": %u of its %u inputs are slots without a name: ", bare->len, inputs);
	for (uint32_t i = 0; i < bare->len && i < 8; i++) {
		NodeIds signals = {0};
		query_sources(&context->query, bare->items[i], KIND_VALUE, &signals);
		text_printf(&message, "%s%s", i ? ", " : "", str_text(context_node(context, bare->items[i])->name));
		if (signals.len) {
			text_put(&message, " from ");
			put_nodes(&message, context, &signals, 1);
		}
		vec_release(&signals);
	}
	if (bare->len > 8)
		text_printf(&message, " and %u more", bare->len - 8);
	text_put(&advice, "name the slots by enumerators, or make the input a struct");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "slots", &message, &advice);
	finding_node(finding, model);
	for (uint32_t i = 0; i < bare->len; i++)
		finding_node(finding, bare->items[i]);
	text_release(&message);
	text_release(&advice);
}

static void check_slots(RuleContext *context, NodeId model)
{
	NodeIds inputs = {0}, bare = {0};

	query_features(&context->query, model, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++)
		if (is_bare(context_node(context, inputs.items[i])))
			vec_push(&bare, inputs.items[i]);
	if (bare.len >= MIN_SLOTS)
		report_slots(context, model, &bare, inputs.len);
	vec_release(&inputs);
	vec_release(&bare);
}

static void check_crossings(RuleContext *context, NodeId model)
{
	const Node *node = context_node(context, model);
	NodeIds predictions = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len && !str_empty(node->module); i++) {
		const Node *prediction = context_node(context, predictions.items[i]);
		NodeIds readers = {0}, far = {0};
		Text message = {0}, advice = {0};
		query_consumers(&context->query, predictions.items[i], &readers);
		for (uint32_t k = 0; k < readers.len; k++) {
			const Node *reader = context_node(context, readers.items[k]);
			if (!str_empty(reader->module) && !str_equal(reader->module, node->module))
				vec_push(&far, readers.items[k]);
		}
		put_node(&message, prediction);
		text_put(&message, " crosses modules as a plain number, to ");
		put_nodes(&message, context, &far, 4);
		text_put(&advice, "hand it on in a type that says its scale and the version of the model");
		Finding *finding = far.len ? finding_add(context, LEVEL_NOTE, str_text(prediction->id), "crossing", &message,
		                                         &advice) : NULL;
		finding_node(finding, predictions.items[i]);
		for (uint32_t k = 0; k < far.len; k++)
			finding_node(finding, far.items[k]);
		vec_release(&readers);
		vec_release(&far);
		text_release(&message);
		text_release(&advice);
	}
	vec_release(&predictions);
}

/* The readers of PREDICTION that take it through a function that changes its scale, or those that use it as it is. */
static void collect_scales(const RuleContext *context, NodeId prediction, bool scaled, EdgeIds *edges)
{
	uint32_t count;
	const EdgeId *all = query_edges(&context->query, prediction, FORWARD, &count);

	for (uint32_t i = 0; i < count; i++) {
		const Edge *edge = &context->graph->edges.items[all[i]];
		const Node *reader = context_node(context, edge->to);
		if (reader->kind != NODE_CONSUMER || reader->is_test || reader->is_monitor || str_empty(edge->scaled) == scaled)
			continue;
		if (scaled || (str_empty(edge->through) && reader->uses & (CONSUME_COMPUTE | CONSUME_BRANCH)))
			vec_push(edges, all[i]);
	}
}

static void report_scales(RuleContext *context, NodeId prediction, const EdgeIds *scaled, const EdgeIds *plain)
{
	const Edge *a = &context->graph->edges.items[scaled->items[0]], *b = &context->graph->edges.items[plain->items[0]];
	const Node *node = context_node(context, prediction);
	Text message = {0}, advice = {0};

	put_node(&message, node);
	text_printf(&message, " is taken through %s by ", str_text(a->scaled));
	put_node(&message, context_node(context, a->to));
	text_put(&message, ", but as it is by ");
	put_node(&message, context_node(context, b->to));
	if (plain->len > 1)
		text_printf(&message, " and %u more", plain->len - 1);
	text_put(&advice, "change the scale in one place, and hand the result on in a type that says what it is");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "scale", &message, &advice);
	finding_node(finding, prediction);
	finding_node(finding, a->to);
	for (uint32_t i = 0; i < plain->len; i++)
		finding_node(finding, context->graph->edges.items[plain->items[i]].to);
	finding_path(context, finding, plain);
	text_release(&message);
	text_release(&advice);
}

static void check_scales(RuleContext *context, NodeId model)
{
	NodeIds predictions = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++) {
		EdgeIds scaled = {0}, plain = {0};
		collect_scales(context, predictions.items[i], true, &scaled);
		collect_scales(context, predictions.items[i], false, &plain);
		if (scaled.len && plain.len)
			report_scales(context, predictions.items[i], &scaled, &plain);
		vec_release(&scaled);
		vec_release(&plain);
	}
	vec_release(&predictions);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		if (context_node(context, n)->kind != NODE_MODEL || context_node(context, n)->is_test)
			continue;
		check_slots(context, n);
		check_crossings(context, n);
		check_scales(context, n);
	}
}

const Rule rule_bare_slot = {
	.id = "bare-slot",
	.level = LEVEL_OFF,
	.section = "5.5",
	.summary = "inputs of a model are addressed by plain numbers, or a prediction crosses modules as one",
	.help = "A plain number says nothing of what it means: whether it is a log-odds or a threshold, which slot holds "
		"which feature, which version of the model made it.\n"
		"\n"
		"    f[7] = profile->age;           /* what was 7 again? */\n"
		"    predict(f, 12);\n"
		"\n"
		"Models with three bare slots or more are shown with a table of them, predictions that one reader takes "
		"through exp, tanh or the like and another as they are with both. Off unless the manifest sets a level.\n"
		"\n"
		"Remedy: name the slots by enumerators or use a struct; give predictions a type of their own.",
	.run = run,
};
