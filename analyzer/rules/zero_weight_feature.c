/*
 * Zero-weight features: the model itself says that it does not need an input. All its weights for it are exactly zero,
 * or the generated code never reads it.
 *
 *     static const double w[3] = { 0.7, 0.0, -1.2 };
 *     double predict(const double *f) { return w[0]*f[0] + w[1]*f[1] + w[2]*f[2]; }   // f[1] changes nothing
 */
#include "rules/rule.h"

static void report(RuleContext *context, NodeId feature, const IdleInput *idle)
{
	const Node *node = context_node(context, feature);
	Text message = {0}, advice = {0};
	NodeId model = graph_find(context->graph, str_text(idle->model));

	put_node(&message, node);
	text_printf(&message, " changes nothing in %s: %s (", str_text(idle->model), str_text(idle->why));
	put_site(&message, &idle->site);
	text_put(&message, ")");
	if (node->is_assumed)
		text_put(&message, "; not certain: an unknown function may read it");
	text_put(&advice, "remove the input and what computes it, and shrink the model");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(node->id), str_text(idle->model), &message, &advice);
	finding_node(finding, feature);
	if (model != NONE)
		finding_node(finding, model);
	if (finding) {
		if (node->sites.len)
			vec_push(&finding->witness, (Step){ .site = node->sites.items[0], .note = str_intern("assigned"), .kind = DEP_DATA });
		vec_push(&finding->witness, (Step){ .site = idle->site, .note = str_intern("weighted"), .kind = DEP_DATA });
		finding->hidden = node->is_test;
	}
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		for (uint32_t i = 0; i < context_node(context, n)->idle.len; i++)
			report(context, n, &context_node(context, n)->idle.items[i]);
}

const Rule rule_zero_weight_feature = {
	.id = "zero-weight-feature",
	.level = LEVEL_WARNING,
	.section = "3.2",
	.summary = "the weights of a model say that an input changes nothing",
	.help = "Where the weights are constants in the source, they tell which inputs matter. A column of zeros, or a slot "
		"that a generated tree never reads, is an input that costs something and changes nothing.\n"
		"\n"
		"    static const double w[3] = { 0.7, 0.0, -1.2 };\n"
		"    double predict(const double *f)\n"
		"    {\n"
		"            return w[0] * f[0] + w[1] * f[1] + w[2] * f[2];   /* f[1] changes nothing */\n"
		"    }\n"
		"\n"
		"Only exact zeros count: how small is too small is for the people who train the model to say.\n"
		"\n"
		"Remedy: remove the input and what computes it.",
	.run = run,
};
