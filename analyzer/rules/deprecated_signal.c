/*
 * Deprecated signals: data that is about to go away and that a model still rests on. On the day it goes, the model
 * does not fail: it gets worse.
 *
 *     signals:
 *       - { field: "profile.zip", deprecated: true }
 *
 *     f[ZIP] = profile->zip;             // still feeds the model
 *     predict(f, N);
 */
#include "rules/feed.h"

static void report(RuleContext *context, const Feed *feed)
{
	const Node *source = context_node(context, feed->source);
	Text message = {0}, advice = {0};

	put_node(&message, source);
	text_put(&message, " is deprecated and still feeds ");
	put_feed(&message, context, feed);
	text_printf(&advice, "retrain without it and remove it before %s goes away", str_text(source->name));
	feed_report(context, LEVEL_WARNING, feed, "", &message, &advice);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		Feed feed;
		if (!context_node(context, n)->deprecated)
			continue;
		feed_find(context, n, KIND_ALL, &feed);
		if (feed.models.len)
			report(context, &feed);
		feed_release(&feed);
	}
}

const Rule rule_deprecated_signal = {
	.id = "deprecated-signal",
	.level = LEVEL_WARNING,
	.section = "3.1",
	.summary = "a model still rests on a signal or feature that is marked deprecated",
	.help = "A signal that is about to go away takes the quality of every model with it that still reads it, and no "
		"compiler notices.\n"
		"\n"
		"    signals:\n"
		"      - { field: \"profile.zip\", deprecated: true }\n"
		"\n"
		"    f[ZIP] = profile->zip;         /* still feeds the model */\n"
		"    predict(f, N);\n"
		"\n"
		"Remedy: retrain the models that are listed without it, then remove the code that reads it.",
	.run = run,
};
