/*
 * Unmonitored predictions: decisions are made with a prediction that nobody watches. When the world changes under the
 * model, the first to notice are the users.
 *
 *     double risk = predict(f, N);
 *     if (risk > 0.8)
 *             block(card);               // nothing records how the risks are distributed
 *
 * A monitor is a function declared under monitors, or one that a pack knows. Where nobody has said anything about monitors
 * or about the consumers of the model, the note would stand at every model and tell nothing: hidden.
 */
#include "rules/access.h"

static void collect_readers(const RuleContext *context, NodeId model, NodeIds *readers, bool *monitored)
{
	NodeIds predictions = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++) {
		NodeIds found = {0};
		query_consumers(&context->query, predictions.items[i], &found);
		for (uint32_t k = 0; k < found.len; k++) {
			const Node *reader = context_node(context, found.items[k]);
			bool seen = false;
			for (uint32_t j = 0; j < readers->len; j++)
				seen |= readers->items[j] == found.items[k];
			*monitored |= reader->is_monitor;
			if (!seen && !reader->is_monitor && !reader->is_test)
				vec_push(readers, found.items[k]);
		}
		vec_release(&found);
	}
	vec_release(&predictions);
}

/* The team watches some model, or manages who reads this one. */
static bool is_managed(const RuleContext *context, const Node *model)
{
	for (uint32_t i = 0; i < context->roles->roles.len; i++) {
		const Role *role = &context->roles->roles.items[i];
		if (role->kind == ROLE_MONITOR && !role->from_pack)
			return true;
	}
	return access_has_consumers(context, model);
}

static void report(RuleContext *context, NodeId model, const NodeIds *readers)
{
	const Node *node = context_node(context, model);
	Text message = {0}, advice = {0};
	EdgeIds path = {0};

	put_node(&message, node);
	text_put(&message, " is used by ");
	put_nodes(&message, context, readers, 3);
	text_put(&message, " and no monitor watches its predictions");
	text_put(&advice, "log the distribution of the predictions and compare it by slice and over time; declare the "
	         "function that does it under monitors");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "", &message, &advice);
	if (finding)
		finding->hidden = !is_managed(context, node);
	finding_node(finding, model);
	for (uint32_t i = 0; i < readers->len; i++)
		finding_node(finding, readers->items[i]);
	if (query_path(&context->query, model, readers->items[0], KIND_ALL, 1u << NODE_CONSUMER, &path))
		finding_path(context, finding, &path);
	vec_release(&path);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		NodeIds readers = {0};
		bool monitored = false;
		if (context_node(context, n)->kind != NODE_MODEL || context_node(context, n)->is_test)
			continue;
		collect_readers(context, n, &readers, &monitored);
		if (readers.len && !monitored)
			report(context, n, &readers);
		vec_release(&readers);
	}
}

const Rule rule_unmonitored_prediction = {
	.id = "unmonitored-prediction",
	.level = LEVEL_NOTE,
	.section = "7.2",
	.summary = "predictions are used and nothing monitors them",
	.help = "The world changes under a model. Whether its predictions still look like those it was released with can "
		"only be told when they are watched.\n"
		"\n"
		"    double risk = predict(f, N);\n"
		"    if (risk > 0.8)\n"
		"            block(card);           /* and nothing records the risks */\n"
		"\n"
		"    monitors:\n"
		"      - { function: statsd_gauge, value: 1 }   # how the manifest names one\n"
		"\n"
		"Hidden where the manifest declares neither monitors nor consumers of the model.\n"
		"\n"
		"Remedy: log the distribution of the predictions, compare it by slice, set limits on actions.",
	.run = run,
};
