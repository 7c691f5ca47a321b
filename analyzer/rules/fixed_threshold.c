/*
 * Fixed thresholds: a decision compares a prediction with a number that somebody chose once. When the model is trained
 * anew its scale moves, and the number is wrong without a line of code having changed.
 *
 *     double risk = predict(f, N);
 *     if (risk > 0.8)                    // chosen for last year's model
 *             block(card);
 */
#include "rules/rule.h"

/* A number of type float has more digits than its author wrote: the fewest that give the same float. */
static void put_comparison(Text *text, const char *comparison)
{
	size_t sign = strcspn(comparison, "0123456789");
	char *end;
	double value = strtod(comparison + sign, &end);

	for (int precision = 1; precision < 9 && !*end && strlen(comparison + sign) > 9; precision++) {
		const char *fewer = str_text(str_format("%.*g", precision, value));
		if ((float)strtod(fewer, NULL) == (float)value) {
			text_printf(text, "%.*s%s", (int)sign, comparison, fewer);
			return;
		}
	}
	text_put(text, comparison);
}

static void put_thresholds(Text *text, const Node *prediction)
{
	for (uint32_t i = 0; i < prediction->thresholds.len && i < 6; i++) {
		const Threshold *one = &prediction->thresholds.items[i];
		text_put(text, i ? ", " : "");
		put_comparison(text, str_text(one->text));
		text_put(text, " at ");
		put_site(text, &one->site);
		if (!str_empty(one->site.function))
			text_printf(text, " in %s", str_text(one->site.function));
	}
	if (prediction->thresholds.len > 6)
		text_printf(text, " and %u more", prediction->thresholds.len - 6);
}

static bool only_tests(const RuleContext *context, const Node *prediction)
{
	for (uint32_t i = 0; i < prediction->thresholds.len; i++) {
		NodeId reader = graph_consumer_at(context->graph, &prediction->thresholds.items[i].site);
		if (reader == NONE || !context_node(context, reader)->is_test)
			return false;
	}
	return true;
}

static void report(RuleContext *context, NodeId prediction)
{
	const Node *node = context_node(context, prediction);
	Text message = {0}, advice = {0};

	put_node(&message, node);
	text_put(&message, " is compared with a constant: ");
	put_thresholds(&message, node);
	if (node->is_assumed)
		text_put(&message, "; not certain: it comes out of an unknown function");
	text_put(&advice, "learn the threshold on held-out data and release it together with the model");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "", &message, &advice);
	finding_node(finding, prediction);
	for (uint32_t i = 0; finding && i < node->thresholds.len; i++)
		vec_push(&finding->witness, (Step){ .site = node->thresholds.items[i].site, .note = str_intern("condition"), .kind = DEP_DATA });
	if (finding)
		finding->hidden = only_tests(context, node);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->thresholds.len)
			report(context, n);
}

const Rule rule_fixed_threshold = {
	.id = "fixed-threshold",
	.level = LEVEL_NOTE,
	.section = "7.1",
	.summary = "a prediction is compared with a constant",
	.help = "A threshold that was chosen by hand fits the model it was chosen for. After the next training the same "
		"number makes different decisions.\n"
		"\n"
		"    double risk = predict(f, N);\n"
		"    if (risk > 0.8)                /* chosen for last year's model */\n"
		"            block(card);\n"
		"\n"
		"All thresholds of a prediction are one finding. Scaling by a constant on the way counts; comparing a class "
		"for equality does not, nor does an error code below zero.\n"
		"\n"
		"Remedy: learn the threshold on held-out data and release it with the model.",
	.run = run,
};
