/*
 * Unvalidated signals: data from outside goes into a feature without anything having looked at it. A sensor that
 * reports -999 or NaN then becomes a prediction like any other.
 *
 *     f[TEMP] = read_sensor(3);          // no range, NaN, NULL or status check anywhere
 *     predict(f, N);
 */
#include "rules/feed.h"

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		Text message = {0}, advice = {0};
		Feed feed;
		if (node->kind != NODE_SIGNAL || node->checked || node->is_test)
			continue;
		feed_find(context, n, KIND_VALUE, &feed);
		put_node(&message, node);
		text_put(&message, " is compared with nothing before it feeds ");
		put_feed(&message, context, &feed);
		text_put(&advice, "check its range, NaN, NULL or status where it is read, and count what fails");
		if (feed.models.len)
			feed_report(context, LEVEL_NOTE, &feed, "", &message, &advice);
		feed_release(&feed);
		text_release(&message);
		text_release(&advice);
	}
}

const Rule rule_unvalidated_signal = {
	.id = "unvalidated-signal",
	.level = LEVEL_OFF,
	.section = "8.1",
	.summary = "a signal feeds a model and no condition ever looks at it",
	.help = "What comes from outside is sometimes missing, out of range, or not a number. A model gives a prediction "
		"for that as for anything else.\n"
		"\n"
		"    f[TEMP] = read_sensor(3);      /* -999 when the sensor is off */\n"
		"    predict(f, N);\n"
		"\n"
		"A signal counts as checked when some condition depends on its value. Off unless the manifest sets a "
		"level.\n"
		"\n"
		"Remedy: check it where it is read, and count what fails.",
	.run = run,
};
