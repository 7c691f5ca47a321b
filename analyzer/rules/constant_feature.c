/*
 * Constant features: an input that has the same value at every inference. It tells the model nothing; it is a leftover,
 * or the computation that belongs there got lost.
 *
 *     f[0] = age;
 *     f[1] = 1.0;                        // in every call
 *     predict(f, 2);
 */
#include "rules/rule.h"

/* The value, when all definitions agree on one; else empty. */
static Str constant_of(const Node *feature)
{
	Str value = {0};

	for (uint32_t i = 0; i < feature->definitions.len; i++) {
		const Definition *one = &feature->definitions.items[i];
		if (!one->constant || one->uninitialised || str_empty(one->expression) ||
		    (i && !str_equal(value, one->expression)))
			return (Str){0};
		value = one->expression;
	}
	return value;
}

/* Is some of what FEATURE stands for, several elements, also another feature, which something reaches? */
static bool is_filled_in_part(RuleContext *context, NodeId feature)
{
	const Node *node = context_node(context, feature);
	bool filled = false;

	for (NodeId n = 0; n < context->graph->nodes.len && node->first >= 0 && node->last > node->first && !filled; n++) {
		const Node *other = context_node(context, n);
		uint32_t entering = 0;
		if (n != feature && other->kind == NODE_FEATURE && str_equal(other->object, node->object) && str_equal(other->owner, node->owner) &&
		    other->first <= node->last && other->last >= node->first)
			query_edges(&context->query, n, BACKWARD, &entering);
		filled = entering > 0;
	}
	return filled;
}

static void report(RuleContext *context, NodeId feature, Str value)
{
	const Node *node = context_node(context, feature);
	Text message = {0}, advice = {0};
	NodeIds models = {0};

	query_fed_models(&context->query, feature, &models);
	if (!models.len) /* what other features are made of is no input */
		return;
	put_node(&message, node);
	text_printf(&message, " is %s at every inference of ", str_text(value));
	put_nodes(&message, context, &models, 3);
	if (node->is_assumed)
		text_put(&message, "; not certain: an unknown function may write it");
	text_put(&advice, "remove it (a bias belongs into the model), or compute what was meant to be there");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(node->id), "", &message, &advice);
	finding_node(finding, feature);
	for (uint32_t i = 0; i < models.len; i++)
		finding_node(finding, models.items[i]);
	for (uint32_t i = 0; finding && i < node->definitions.len; i++)
		vec_push(&finding->witness, (Step){ .site = node->definitions.items[i].site, .note = str_intern("assigned"), .kind = DEP_DATA });
	if (finding)
		finding->hidden = node->is_test;
	vec_release(&models);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		uint32_t entering;
		if (node->kind != NODE_FEATURE || !bitset_has(&context->fed, n))
			continue;
		query_edges(&context->query, n, BACKWARD, &entering);
		Str value = entering ? (Str){0} : constant_of(node);
		if (!str_empty(value) && !is_filled_in_part(context, n))
			report(context, n, value);
	}
}

const Rule rule_constant_feature = {
	.id = "constant-feature",
	.level = LEVEL_WARNING,
	.section = "3.2",
	.summary = "an input of a model has the same value at every inference",
	.help = "An input that never changes tells the model nothing. It is a leftover of something that was removed, or "
		"the computation that belongs there got lost.\n"
		"\n"
		"    f[0] = age;\n"
		"    f[1] = 1.0;                    /* in every call */\n"
		"    predict(f, 2);\n"
		"\n"
		"All assignments of the slot must come to one constant; a slot that is chosen between two constants is a "
		"feature.\n"
		"\n"
		"Remedy: remove the slot, or compute what was meant to be there.",
	.run = run,
};
