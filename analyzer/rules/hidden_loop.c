/*
 * Hidden feedback loops: two systems, or one system and the world, influence each other where no code connects them.
 * They are found only when someone writes down what happens outside, or when two models meet in one store.
 *
 *     world:
 *       - { from: "consumer:set_price", to: "signal:demand" }        # prices change demand
 *
 *     f[0] = read_demand();
 *     set_price(predict(f, 1));
 */
#include "rules/rule.h"

typedef struct {
	NodeId from, to;
	const WorldEdge *declared; /* NULL: a store */
} Gap;

static void append(const RuleContext *context, NodeId from, NodeId to, EdgeIds *path, bool *found)
{
	EdgeIds part = {0};

	if (from != to) {
		*found &= query_path(&context->query, from, to, KIND_ALL, 0, &part);
		vec_append(path, &part);
	}
	vec_release(&part);
}

static void report_world(RuleContext *context, const Gap *gap, NodeId model, const EdgeIds *path)
{
	const Node *from = context_node(context, gap->from), *to = context_node(context, gap->to);
	Text message = {0}, advice = {0}, key = {0};
	Site site = { gap->declared->file, gap->declared->line, gap->declared->column, {0} };

	put_node(&message, context_node(context, model));
	text_put(&message, " shapes what it will be fed with through the world outside: ");
	put_path(&message, context, path);
	text_printf(&message, " ⇢ %s, as declared at ", str_text(to->id));
	put_site(&message, &site);
	put_certainty(&message, context, path);
	text_put(&advice, "keep a part of the traffic free of the model's influence, and train and measure on that");
	text_printf(&key, "%s %s", str_text(from->id), str_text(to->id));
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(context_node(context, model)->id), text_data(&key),
	                               &message, &advice);
	finding_node(finding, gap->to);
	for (uint32_t i = 0; i < path->len; i++)
		finding_node(finding, query_end(&context->query, path->items[i], FORWARD));
	finding_path(context, finding, path);
	if (finding)
		vec_push(&finding->witness, (Step){ .site = site, .note = str_intern("declared"), .kind = DEP_DATA });
	text_release(&message);
	text_release(&advice);
	text_release(&key);
}

static void check_world(RuleContext *context, const Gap *gap)
{
	EdgeIds shortest = {0};
	NodeId model = NONE;

	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		EdgeIds path = {0};
		bool found = context_node(context, n)->kind == NODE_MODEL;
		if (found)
			append(context, gap->to, n, &path, &found);
		if (found)
			append(context, n, gap->from, &path, &found);
		if (found && path.len && (model == NONE || path.len < shortest.len)) {
			EdgeIds longer = shortest;
			shortest = path;
			path = longer;
			model = n;
		}
		vec_release(&path);
	}
	if (model != NONE)
		report_world(context, gap, model, &shortest);
	vec_release(&shortest);
}

static void check_declared(RuleContext *context, const WorldEdge *declared)
{
	for (NodeId from = 0; from < context->graph->nodes.len; from++)
		for (NodeId to = 0; node_match(str_text(declared->from), context_node(context, from)) &&
		     to < context->graph->nodes.len; to++)
			if (node_match(str_text(declared->to), context_node(context, to)))
				check_world(context, &(Gap){ from, to, declared });
}

static void report_store(RuleContext *context, NodeId store, NodeId first, NodeId second, const EdgeIds *path)
{
	Text message = {0}, advice = {0};

	put_node(&message, context_node(context, first));
	text_put(&message, " and ");
	put_node(&message, context_node(context, second));
	text_printf(&message, " shape each other's inputs through %s: ", str_text(context_node(context, store)->id));
	put_path(&message, context, path);
	put_certainty(&message, context, path);
	text_put(&advice, "keep what the models write apart from what they read, or treat them as one model");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(context_node(context, store)->id),
	                               str_text(context_node(context, first)->id), &message, &advice);
	for (uint32_t i = 0; i < path->len; i++)
		finding_node(finding, query_end(&context->query, path->items[i], FORWARD));
	finding_path(context, finding, path);
	text_release(&message);
	text_release(&advice);
}

/* The first pair of models that a loop through STORE holds. */
static void check_store(RuleContext *context, const Components *components, NodeId store)
{
	NodeIds models = {0};
	EdgeIds path = {0};
	bool found = true;

	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_MODEL && components->of[n] == components->of[store])
			vec_push(&models, n);
	if (models.len > 1) {
		append(context, models.items[0], store, &path, &found);
		append(context, store, models.items[1], &path, &found);
		append(context, models.items[1], models.items[0], &path, &found);
		if (found)
			report_store(context, store, models.items[0], models.items[1], &path);
	}
	vec_release(&models);
	vec_release(&path);
}

static void run(RuleContext *context)
{
	Components components;

	for (uint32_t i = 0; i < context->roles->world.len; i++)
		check_declared(context, &context->roles->world.items[i]);
	query_components(&context->query, KIND_ALL, &components);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_STORE)
			check_store(context, &components, n);
	components_release(&components);
}

const Rule rule_hidden_loop = {
	.id = "hidden-loop",
	.level = LEVEL_WARNING,
	.section = "4.2",
	.summary = "a model is fed with what its prediction did to the world or to another model",
	.help = "Two systems can influence each other without a line of code between them: one sets prices, the other "
		"reads demand. No analysis of the code can see that, so the manifest says it.\n"
		"\n"
		"    world:\n"
		"      - { from: \"consumer:set_price\", to: \"signal:demand\" }\n"
		"\n"
		"    f[0] = read_demand();\n"
		"    set_price(predict(f, 1));\n"
		"\n"
		"Two models that each read what the other put into a store are shown as well.\n"
		"\n"
		"Remedy: keep a part of the traffic free of the model's influence, and measure on that.",
	.run = run,
};
