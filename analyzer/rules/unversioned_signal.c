/*
 * Unversioned signals: data that changes over time, read without saying which version of it. A model that was trained
 * on yesterday's mapping and is served today's is wrong without anyone having touched it.
 *
 *     signals:
 *       - { function: topic_of, value: return, unstable: true }      # no version
 *
 *     f[TOPIC] = topic_of(document);
 *     predict(f, N);
 */
#include "rules/feed.h"

static void report(RuleContext *context, const Feed *feed)
{
	Text message = {0}, advice = {0};

	put_node(&message, context_node(context, feed->source));
	text_put(&message, " is marked unstable, has no version, and feeds ");
	put_feed(&message, context, feed);
	text_put(&advice, "read a frozen copy and give its version: in the manifest, and plan for the copy growing stale");
	feed_report(context, LEVEL_NOTE, feed, "", &message, &advice);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		Feed feed;
		if (node->kind != NODE_SIGNAL || !node->unstable || node->from_pack || !str_empty(node->version))
			continue;
		feed_find(context, n, KIND_VALUE, &feed);
		if (feed.models.len)
			report(context, &feed);
		feed_release(&feed);
	}
}

const Rule rule_unversioned_signal = {
	.id = "unversioned-signal",
	.level = LEVEL_NOTE,
	.section = "3.1",
	.summary = "a model rests on an unstable signal without a version",
	.help = "A signal that is produced by something that changes (another model, a table that is learnt anew, another "
		"team's service) should be read in a version that is frozen until someone decides to move on.\n"
		"\n"
		"    signals:\n"
		"      - { function: topic_of, value: return, unstable: true }   # which topics?\n"
		"\n"
		"    f[TOPIC] = topic_of(document);\n"
		"    predict(f, N);\n"
		"\n"
		"What differs at every run by its nature, such as the time, has no versions: see nonreproducible-feature.\n"
		"\n"
		"Remedy: freeze a copy, name its version in the manifest, budget for keeping several versions alive.",
	.run = run,
};
