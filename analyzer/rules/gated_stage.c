/*
 * Gated stages: a prediction decides which value another model gets. No value flows, so this is weaker than a
 * cascade, but a change of the first model still changes what the second one sees.
 *
 *     if (predict_bot(f, N) > 0.5)
 *             g[0] = 0;                  // which value arrives depends on the prediction
 *     else
 *             g[0] = visits;
 *     predict_sale(g, 1);
 */
#include "rules/cascade.h"

static void report(RuleContext *context, const Cascade *cascade)
{
	const char *from = str_text(context_node(context, cascade->from)->id);
	const char *to = str_text(context_node(context, cascade->to)->id);
	Text message = {0}, advice = {0};

	put_node(&message, context_node(context, cascade->from));
	text_put(&message, " decides what arrives in ");
	put_slots(&message, context, cascade);
	text_printf(&message, ": %s → ", from);
	put_path(&message, context, &cascade->path);
	put_certainty(&message, context, &cascade->path);
	text_printf(&advice, "check %s whenever %s or its threshold changes", to, from);
	Finding *finding = finding_add(context, LEVEL_NOTE, to, from, &message, &advice);
	cascade_evidence(context, cascade, finding);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	Cascades cascades = {0};

	cascades_find(context, KIND_ALL, &cascades);
	for (uint32_t i = 0; i < cascades.len; i++) {
		EdgeIds value = {0};
		if (!query_cascade(&context->query, cascades.items[i].from, cascades.items[i].to, KIND_VALUE, &value))
			report(context, &cascades.items[i]);
		vec_release(&value);
	}
	cascades_release(&cascades);
}

const Rule rule_gated_stage = {
	.id = "gated-stage",
	.level = LEVEL_NOTE,
	.section = "2.2",
	.summary = "a prediction decides which value another model is fed with",
	.help = "No value of the first model flows into the second one, but its decision chooses what the second one "
		"sees: a weaker form of a correction cascade.\n"
		"\n"
		"    if (predict_bot(f, N) > 0.5)\n"
		"            g[0] = 0;              /* which value arrives depends on the prediction */\n"
		"    else\n"
		"            g[0] = visits;\n"
		"    predict_sale(g, 1);\n"
		"\n"
		"A condition that only decides whether the second model runs at all is a guard and is not reported.\n"
		"\n"
		"Remedy: none is needed as such; check the second model whenever the first one or its threshold changes.",
	.run = run,
};
