/*
 * Redundant features: two inputs of one model carry the same information, because they are the same value or one is a
 * scaled copy of the other. The model cannot tell which of them matters.
 *
 *     f[0] = age;
 *     f[1] = (age - 40) / 10;            // adds nothing to f[0]
 *     predict(f, 2);
 */
#include "rules/expression.h"

/* The only definition of FEATURE when it is exact, else NULL. */
static const Definition *exact_definition(const Node *feature)
{
	if (feature->definitions.len != 1 || feature->is_test)
		return NULL;
	const Definition *one = &feature->definitions.items[0];
	return one->constant || one->uninitialised || str_empty(one->same) || str_empty(one->expression) ? NULL : one;
}

static void report(RuleContext *context, NodeId model, NodeId first, NodeId second, bool equal)
{
	const Node *a = context_node(context, first), *b = context_node(context, second);
	const Definition *x = exact_definition(a), *y = exact_definition(b);
	Text message = {0}, advice = {0};

	put_node(&message, a);
	text_put(&message, " and ");
	put_node(&message, b);
	text_printf(&message, " tell %s the same: both are ", str_text(context_node(context, model)->id));
	if (equal)
		text_put(&message, str_text(x->expression));
	else
		text_printf(&message, "%s up to scale and offset, %s and %s", str_text(expression_core(x->expression)),
		            str_text(x->expression), str_text(y->expression));
	if (a->is_assumed || b->is_assumed)
		text_put(&message, "; not certain: a part of it rests on an unknown function");
	text_put(&advice, "drop one of them");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(b->id), str_text(a->id), &message, &advice);
	finding_node(finding, first);
	finding_node(finding, second);
	finding_node(finding, model);
	if (finding) {
		vec_push(&finding->witness, (Step){ .site = x->site, .note = str_intern("assigned"), .kind = DEP_DATA });
		vec_push(&finding->witness, (Step){ .site = y->site, .note = str_intern("assigned"), .kind = DEP_DATA });
	}
	text_release(&message);
	text_release(&advice);
}

static void check(RuleContext *context, NodeId model)
{
	NodeIds inputs = {0};
	Map seen = {0};

	query_features(&context->query, model, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++) {
		const Definition *one = exact_definition(context_node(context, inputs.items[i]));
		uint32_t earlier;
		if (!one)
			continue;
		if (!map_get(&seen, one->same.i, &earlier)) {
			map_put(&seen, one->same.i, inputs.items[i]);
			continue;
		}
		const Definition *other = exact_definition(context_node(context, earlier));
		report(context, model, earlier, inputs.items[i], str_equal(other->expression, one->expression));
	}
	map_release(&seen);
	vec_release(&inputs);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_MODEL)
			check(context, n);
}

const Rule rule_redundant_feature = {
	.id = "redundant-feature",
	.level = LEVEL_NOTE,
	.section = "3.2",
	.summary = "two inputs of one model carry the same information",
	.help = "Of two inputs that are copies of each other the model cannot tell which matters: their weights are "
		"arbitrary, and the day one of them changes the prediction moves for no reason.\n"
		"\n"
		"    f[0] = age;\n"
		"    f[1] = (age - 40) / 10;        /* adds nothing to f[0] */\n"
		"    predict(f, 2);\n"
		"\n"
		"Both must be made of the same values at run time, up to constants that are added or that multiply.\n"
		"\n"
		"Remedy: drop one of them.",
	.run = run,
};
