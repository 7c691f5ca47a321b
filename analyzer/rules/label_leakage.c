/*
 * Label leakage: what the model is to predict is among the things it is fed with. Offline it looks brilliant; live,
 * where the label is not known yet, it is worthless.
 *
 *     signals:
 *       - { field: "row.clicked", label: true }
 *
 *     f[CTR] = history.clicks + row->clicked;   // the answer is in the question
 *     predict(f, N);
 */
#include "rules/feed.h"

static void report(RuleContext *context, const Feed *feed, NodeId model)
{
	const Node *label = context_node(context, feed->source), *to = context_node(context, model);
	Text message = {0}, advice = {0};
	EdgeIds path = {0};

	feed_path(context, feed, model, &path);
	put_node(&message, label);
	text_put(&message, " is a training label and reaches an input of ");
	put_node(&message, to);
	text_put(&message, ": ");
	put_path(&message, context, &path);
	put_certainty(&message, context, &path);
	text_printf(&advice, "remove it from the inputs of %s, or use only labels that are older than the example",
	            str_text(to->id));
	Finding *finding = finding_add(context, LEVEL_ERROR, str_text(label->id), str_text(to->id), &message, &advice);
	finding_node(finding, feed->source);
	for (uint32_t i = 0; i < path.len; i++)
		finding_node(finding, query_end(&context->query, path.items[i], FORWARD));
	finding_path(context, finding, &path);
	if (finding)
		finding->hidden = label->is_test;
	vec_release(&path);
	text_release(&message);
	text_release(&advice);
}

static bool is_label_of(const Node *label, const Node *model)
{
	bool fits = !label->label_of.len;

	for (uint32_t i = 0; i < label->label_of.len && !fits; i++)
		fits = node_match(str_text(label->label_of.items[i]), model);
	return fits;
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		Feed feed;
		if (!node->label_role || node->kind != NODE_SIGNAL)
			continue;
		feed_find(context, n, KIND_ALL, &feed);
		for (uint32_t i = 0; i < feed.models.len; i++)
			if (is_label_of(node, context_node(context, feed.models.items[i])))
				report(context, &feed, feed.models.items[i]);
		feed_release(&feed);
	}
}

const Rule rule_label_leakage = {
	.id = "label-leakage",
	.level = LEVEL_ERROR,
	.section = "4",
	.summary = "a training label reaches an input of the model",
	.help = "When the label, or something that is known only once the label is, takes part in a feature, the model "
		"learns to look it up. Measured offline it is excellent, in service it is worthless.\n"
		"\n"
		"    signals:\n"
		"      - { field: \"row.clicked\", label: true }\n"
		"\n"
		"    f[CTR] = history.clicks + row->clicked;   /* the answer is in the question */\n"
		"    predict(f, N);\n"
		"\n"
		"Conditions count: a feature that is chosen by the label gives it away as well.\n"
		"\n"
		"Remedy: remove it, or shift it in time so that only labels older than the example are used.",
	.run = run,
};
