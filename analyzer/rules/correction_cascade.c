/*
 * Correction cascades: a model that takes another model's prediction as input. Cheap to build, and from then on
 * neither can be improved alone: a better first model can make the system worse.
 *
 *     double p = predict_click(f, N);
 *     g[0] = p;                          // the prediction is a feature of the next model
 *     g[1] = price;
 *     double q = predict_sale(g, 2);
 *     return 0.3 * p + 0.7 * q;          // and both are merged: a correction
 *
 * Only values count here (data and index edges); a prediction that merely chooses is a gated stage.
 */
#include "rules/cascade.h"

/* The consumers and stores that predictions of MODEL reach without another model in between. */
static void collect_after(const RuleContext *context, NodeId model, Bitset *after)
{
	NodeIds predictions = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++)
		query_reach_until(&context->query, predictions.items[i], FORWARD, KIND_VALUE, 1u << NODE_MODEL, after);
	vec_release(&predictions);
}

/* The first node that reads predictions of both models, or NONE. */
static NodeId find_merge(const RuleContext *context, const Cascade *cascade)
{
	Bitset first = {0}, second = {0};
	NodeId merge = NONE;

	collect_after(context, cascade->from, &first);
	collect_after(context, cascade->to, &second);
	for (NodeId n = 0; n < context->graph->nodes.len && merge == NONE; n++) {
		NodeKind kind = context_node(context, n)->kind;
		if ((kind == NODE_CONSUMER || kind == NODE_FEATURE) && !context_node(context, n)->is_monitor &&
		    bitset_has(&first, n) && bitset_has(&second, n))
			merge = n;
	}
	bitset_release(&first);
	bitset_release(&second);
	return merge;
}

static void put_cascade(Text *text, const RuleContext *context, const Cascade *cascade, NodeId merge, uint32_t depth)
{
	put_node(text, context_node(context, cascade->from));
	text_put(text, " feeds ");
	put_slots(text, context, cascade);
	text_printf(text, ": %s → ", str_text(context_node(context, cascade->from)->id));
	put_path(text, context, &cascade->path);
	if (depth > 2)
		text_printf(text, "; the chain is %u models deep", depth);
	if (cascade->delay)
		text_printf(text, "; it arrives %u invocation%s later", cascade->delay, cascade->delay == 1 ? "" : "s");
	if (merge != NONE) {
		text_put(text, "; a correction: ");
		put_node(text, context_node(context, merge));
		text_put(text, " reads both predictions");
	}
	put_certainty(text, context, &cascade->path);
	text_put(text, "; ");
	put_blast(text, context, cascade->to);
}

static void report(RuleContext *context, const Cascade *cascade, uint32_t depth)
{
	const char *from = str_text(context_node(context, cascade->from)->id);
	const char *to = str_text(context_node(context, cascade->to)->id);
	NodeId merge = find_merge(context, cascade);
	Text message = {0}, advice = {0};

	put_cascade(&message, context, cascade, merge, depth);
	text_printf(&advice, "give %s the features with which it handles the case itself, or accept %s as a model of its "
	            "own and release both together", from, to);
	Finding *finding = finding_add(context, LEVEL_WARNING, to, from, &message, &advice);
	cascade_evidence(context, cascade, finding);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	Cascades cascades = {0};
	Components components;
	uint32_t *depths = mem_calloc(context->graph->nodes.len + 1, sizeof *depths);

	query_components(&context->query, KIND_VALUE, &components);
	query_depths(&context->query, &components, KIND_VALUE, depths);
	cascades_find(context, KIND_VALUE, &cascades);
	for (uint32_t i = 0; i < cascades.len; i++)
		report(context, &cascades.items[i], depths[cascades.items[i].to]);
	cascades_release(&cascades);
	components_release(&components);
	free(depths);
}

const Rule rule_correction_cascade = {
	.id = "correction-cascade",
	.level = LEVEL_WARNING,
	.section = "2.2",
	.summary = "a model is fed with the prediction of another model",
	.help = "A model that takes the prediction of another one as input learns to correct it. From then on neither can "
		"be improved alone: a better first model can make the whole worse.\n"
		"\n"
		"    double p = predict_click(f, N);\n"
		"    g[0] = p;                      /* a prediction becomes a feature */\n"
		"    g[1] = price;\n"
		"    double q = predict_sale(g, 2);\n"
		"    return 0.3 * p + 0.7 * q;      /* both are merged: a correction */\n"
		"\n"
		"The finding shows the chain, the inputs that are fed, how deep the chain of models is, and how many "
		"invocations later the prediction arrives. Layers of one network (one function, called in one place, "
		"that fills many inputs of its next call) are listed, but hidden. A prediction that only decides which "
		"value arrives is a gated-stage.\n"
		"\n"
		"Remedy: add features to the first model so that it handles the case itself, or accept a separate model "
		"for the new problem.",
	.run = run,
};
