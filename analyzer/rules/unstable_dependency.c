/*
 * Unstable data dependencies: a signal whose meaning changes without the model's owners having a say. An improvement
 * there can be a disaster here.
 *
 *     signals:
 *       - { function: spam_score, value: return, owner: mail-team, unstable: true }
 *
 *     f[SPAM] = spam_score(message);     // changes whenever the mail team likes
 *     predict(f, N);
 *
 * Reasons: marked unstable; owned by another team than the model; a prediction of another model, which is hidden here
 * since correction-cascade shows it.
 */
#include "rules/feed.h"

static const Node *foreign_model(const RuleContext *context, const Feed *feed)
{
	const Node *source = context_node(context, feed->source);

	for (uint32_t i = 0; i < feed->models.len && !str_empty(source->owner); i++) {
		const Node *model = context_node(context, feed->models.items[i]);
		if (!str_empty(model->owner) && !str_equal(model->owner, source->owner))
			return model;
	}
	return NULL;
}

static void report(RuleContext *context, const Feed *feed, const char *key, const Node *model)
{
	const Node *source = context_node(context, feed->source);
	Text message = {0}, advice = {0};

	put_node(&message, source);
	if (source->kind == NODE_PREDICTION)
		text_put(&message, " is the prediction of another model");
	else if (source->unstable)
		text_put(&message, " is marked unstable");
	if (model)
		text_printf(&message, "%s %s and not to %s, the owner of %s",
		            source->unstable || source->kind == NODE_PREDICTION ? ", belongs to" : " belongs to",
		            str_text(source->owner), str_text(model->owner), str_text(model->id));
	text_put(&message, "; it feeds ");
	put_feed(&message, context, feed);
	text_put(&advice, "read a frozen, versioned copy, and move to the next version on purpose");
	Finding *finding = feed_report(context, LEVEL_WARNING, feed, key, &message, &advice);
	if (finding)
		finding->hidden |= source->kind == NODE_PREDICTION;
	text_release(&message);
	text_release(&advice);
}

/* The model of a prediction is no other model. */
static void drop_own(const RuleContext *context, Feed *feed)
{
	NodeId own = query_model(&context->query, feed->source);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < feed->models.len; i++)
		if (feed->models.items[i] != own)
			feed->models.items[kept++] = feed->models.items[i];
	feed->models.len = kept;
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		bool prediction = node->kind == NODE_PREDICTION;
		Feed feed;
		if ((node->kind != NODE_SIGNAL && !prediction) || node->from_pack || !str_empty(node->version))
			continue;
		feed_find(context, n, KIND_VALUE, &feed);
		if (prediction)
			drop_own(context, &feed);
		const Node *foreign = foreign_model(context, &feed);
		if (feed.models.len && (prediction || node->unstable || foreign))
			report(context, &feed, prediction ? "prediction" : node->unstable ? "unstable" : "owner", foreign);
		feed_release(&feed);
	}
}

const Rule rule_unstable_dependency = {
	.id = "unstable-dependency",
	.level = LEVEL_WARNING,
	.section = "3.1",
	.summary = "a model rests on a signal that can change under it",
	.help = "Some inputs change over time: another model that is trained anew, a table that is computed from data, a "
		"service that another team improves. An improvement there can be a disaster for a model that was "
		"calibrated on the old values.\n"
		"\n"
		"    signals:\n"
		"      - { function: spam_score, value: return, owner: mail-team, unstable: true }\n"
		"\n"
		"    f[SPAM] = spam_score(message);\n"
		"    predict(f, N);\n"
		"\n"
		"A signal counts when it is marked unstable or has another owner than the model, and has no version. "
		"Predictions of other models are shown by correction-cascade and are hidden here.\n"
		"\n"
		"Remedy: use a versioned copy that stays frozen until you move on, and budget for its staleness.",
	.run = run,
};
