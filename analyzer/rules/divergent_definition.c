/*
 * Divergent definitions: one feature is computed in two places, and not in the same way. The model was trained on one
 * of them and is served the other.
 *
 *     void extract(struct features *f, const struct row *r)      // serving
 *     {
 *             f->ctr = r->clicks / (r->views + 1);
 *     }
 *     void extract_log(struct features *f, const struct log *l)  // training
 *     {
 *             f->ctr = l->clicks / l->views;
 *     }
 *
 * Compared are definitions in different functions or builds of one file, for the same feature or for the same slot of
 * one model. Constants and steps that go on from the feature's own value define nothing. A function with a way of making
 * it that is not known is not compared: that way may be the other's. Functions of one table that scale the same value
 * differently convert units, each for its case of the choice: a sample rate, a device.
 */
#include "rules/expression.h"

typedef struct {
	NodeId feature;
	const Definition *definition;
} Candidate;

typedef VEC(Candidate) Candidates;

/* NAME occurs in EXPRESSION as a whole operand. */
static bool mentions(const char *expression, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = strstr(expression, name); at && length; at = strstr(at + 1, name))
		if ((at == expression || strchr(" (,{", at[-1])) && (!at[length] || strchr(" ),}", at[length])))
			return true;
	return false;
}

/* "{}" and "{by CONDITION}" are choices between nothing that is known. */
static bool is_known(const Definition *one)
{
	const char *text = str_text(one->expression);

	return *text && !strstr(text, "{}") && !strstr(text, "{by ");
}

static bool defines(const Node *feature, const Definition *one)
{
	return !one->constant && is_known(one) && !mentions(str_text(one->expression), str_text(feature->name));
}

static void collect(const RuleContext *context, NodeId feature, Candidates *list)
{
	const Node *node = context_node(context, feature);

	for (uint32_t i = 0; i < node->definitions.len && !node->is_test && !node_is_many(node); i++)
		if (defines(node, &node->definitions.items[i]))
			vec_push(list, (Candidate){ feature, &node->definitions.items[i] });
}

static bool elsewhere(const Definition *a, const Definition *b)
{
	return !str_equal(a->site.function, b->site.function) || !str_equal(a->site.file, b->site.file) ||
		!str_equal(a->variant, b->variant);
}

/* The function of ONE has another way of making the feature, which is not known. */
static bool is_partial(const RuleContext *context, const Candidate *one)
{
	const Node *feature = context_node(context, one->feature);

	for (uint32_t i = 0; i < feature->definitions.len; i++)
		if (!is_known(&feature->definitions.items[i]) && !elsewhere(&feature->definitions.items[i], one->definition))
			return true;
	return false;
}

/* Two cases of one choice that scale the same value. */
static bool converts(const Definition *a, const Definition *b)
{
	return !str_empty(a->table) && str_equal(a->table, b->table) &&
		str_equal(expression_core(a->expression), expression_core(b->expression));
}

static void put_definition(Text *text, const Definition *one)
{
	text_printf(text, "%s at ", str_text(one->expression));
	put_site(text, &one->site);
	if (!str_empty(one->site.function))
		text_printf(text, " in %s", str_text(one->site.function));
	if (!str_empty(one->variant))
		text_printf(text, " (%s)", str_text(one->variant));
}

static void report(RuleContext *context, const Candidate *a, const Candidate *b, uint32_t others, const char *slot)
{
	const Node *node = context_node(context, a->feature);
	Text message = {0}, advice = {0}, first = {0}, second = {0}, key = {0};

	expression_differ(str_text(a->definition->expression), str_text(b->definition->expression), &first, &second);
	put_node(&message, node);
	if (slot)
		text_printf(&message, " and %s, %s,", str_text(context_node(context, b->feature)->id), slot);
	text_put(&message, slot ? " are" : " is");
	text_put(&message, " computed in two ways: ");
	put_definition(&message, a->definition);
	text_put(&message, ", but ");
	put_definition(&message, b->definition);
	text_printf(&message, "; first difference: %s against %s", text_data(&first), text_data(&second));
	if (others)
		text_printf(&message, "; %u more definition%s", others, others == 1 ? "" : "s");
	if (node->is_assumed || context_node(context, b->feature)->is_assumed)
		text_put(&message, "; not certain: a part of it rests on an unknown function");
	text_put(&advice, "compute it in one function that training and serving share");
	text_printf(&key, "%s %s", str_text(a->definition->site.function), str_text(b->definition->site.function));
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(node->id), text_data(&key), &message, &advice);
	finding_node(finding, a->feature);
	finding_node(finding, b->feature);
	if (finding) {
		vec_push(&finding->witness, (Step){ .site = a->definition->site, .note = str_intern("assigned"), .kind = DEP_DATA });
		vec_push(&finding->witness, (Step){ .site = b->definition->site, .note = str_intern("assigned"), .kind = DEP_DATA });
	}
	text_release(&message);
	text_release(&advice);
	text_release(&first);
	text_release(&second);
	text_release(&key);
}

/* What one function or build assigns, in the order of the places: its branches are one definition. */
static bool same_ways(const Candidates *list, const Definition *a, const Definition *b)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Definition *one = list->items[i].definition;
		bool found = elsewhere(one, a);
		for (uint32_t k = 0; k < list->len && !found; k++)
			found = !elsewhere(list->items[k].definition, b) &&
				str_equal(list->items[k].definition->expression, one->expression);
		if (!found)
			return false;
	}
	return true;
}

static void compare(RuleContext *context, const Candidates *list, const char *slot)
{
	const Candidate *a = NULL, *b = NULL;
	uint32_t others = 0;

	for (uint32_t i = 0; i < list->len; i++)
		for (uint32_t k = i + 1; k < list->len; k++) {
			const Candidate *x = &list->items[i], *y = &list->items[k];
			if ((slot && x->feature == y->feature) || !elsewhere(x->definition, y->definition) ||
			    str_equal(x->definition->expression, y->definition->expression) ||
			    converts(x->definition, y->definition) || is_partial(context, x) || is_partial(context, y) ||
			    same_ways(list, x->definition, y->definition) || same_ways(list, y->definition, x->definition))
				continue;
			others += a != NULL;
			if (!a) {
				a = x;
				b = y;
			}
		}
	if (a)
		report(context, a, b, others, slot);
}

/* Inputs of MODEL in the same place of arrays with different names. */
static void compare_slots(RuleContext *context, NodeId model)
{
	NodeIds inputs = {0};

	query_features(&context->query, model, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++) {
		const Node *node = context_node(context, inputs.items[i]);
		Candidates list = {0};
		bool first = node->first >= 0 && node->first == node->last && !str_empty(node->object);
		for (uint32_t k = 0; k < inputs.len && first; k++) {
			const Node *other = context_node(context, inputs.items[k]);
			if (other->first != node->first || other->last != node->last)
				continue;
			first = k >= i;
			collect(context, inputs.items[k], &list);
		}
		if (first)
			compare(context, &list, str_text(str_format("both input %lld of %s", (long long)node->first,
			                                            str_text(context_node(context, model)->id))));
		vec_release(&list);
	}
	vec_release(&inputs);
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		Candidates list = {0};
		if (context_node(context, n)->kind == NODE_FEATURE)
			collect(context, n, &list);
		compare(context, &list, NULL);
		vec_release(&list);
		if (context_node(context, n)->kind == NODE_MODEL)
			compare_slots(context, n);
	}
}

const Rule rule_divergent_definition = {
	.id = "divergent-definition",
	.level = LEVEL_WARNING,
	.section = "8.1",
	.summary = "one feature is computed differently in two places",
	.help = "The commonest bug of systems that learn: training and serving compute a feature with different code, and "
		"the two have drifted apart. The model is fed with values that it has never seen.\n"
		"\n"
		"    f->ctr = r->clicks / (r->views + 1);   /* serving, extract() */\n"
		"    f->ctr = l->clicks / l->views;         /* training, extract_log() */\n"
		"\n"
		"Compared are the definitions of one feature, or of one slot of one model, in different functions or in "
		"different builds of one file, after names of locals, casts and the order of commutative operands are "
		"taken out. Both are shown, with the first part in which they differ. Left out are functions of which one way "
		"of making the feature is not known, and functions of one table of functions that scale the same value "
		"differently: each converts the unit of its case.\n"
		"\n"
		"Remedy: compute the feature in one function that both share.",
	.run = run,
};
