/*
 * Unvalidated signals: data from outside goes into a feature on a way on which nothing has looked at it. A sensor that
 * reports -999 or NaN then becomes a prediction like any other.
 *
 *     if (debug && t < -100)             // does not dominate the use below
 *             log_fault(t);
 *     f[TEMP] = t;
 *     predict(f, N);
 *
 * A check dominates the use when every way to it leads over the check; the solver says so of each edge. Features and
 * stores in between are followed as long as none of the edges is checked.
 */
#include "rules/rule.h"

typedef struct {
	NodeIds features; /* inputs of models that the signal reaches without a check */
	NodeIds models;
	EdgeIds path;     /* to the first of them */
	bool partly;      /* other ways of the signal are checked */
} Open;

static bool goes_on(const RuleContext *context, NodeId node)
{
	NodeKind kind = context_node(context, node)->kind;

	return kind == NODE_FEATURE || kind == NODE_STORE;
}

static bool is_input(const RuleContext *context, NodeId feature)
{
	NodeIds models = {0};

	query_fed_models(&context->query, feature, &models);
	bool found = models.len > 0;
	vec_release(&models);
	return found;
}

/* The ways from SIGNAL over edges that are not checked; BEFORE: the edge to each node. */
static void find_open(const RuleContext *context, NodeId signal, EdgeId *before, Open *open)
{
	NodeIds work = {0};

	vec_push(&work, signal);
	for (uint32_t at = 0; at < work.len; at++) {
		uint32_t count;
		const EdgeId *edges = query_edges(&context->query, work.items[at], FORWARD, &count);
		for (uint32_t i = 0; i < count; i++) {
			const Edge *edge = &context->graph->edges.items[edges[i]];
			if (edge->kind == DEP_CONTROL || before[edge->to] != NONE || !goes_on(context, edge->to))
				continue;
			open->partly |= edge->checked;
			if (edge->checked)
				continue;
			before[edge->to] = edges[i];
			vec_push(&work, edge->to);
			if (is_input(context, edge->to))
				vec_push(&open->features, edge->to);
		}
	}
	vec_release(&work);
}

static void collect_models(const RuleContext *context, Open *open)
{
	Bitset seen = {0};

	for (uint32_t i = 0; i < open->features.len; i++) {
		NodeIds models = {0};
		query_fed_models(&context->query, open->features.items[i], &models);
		for (uint32_t k = 0; k < models.len; k++)
			if (bitset_add(&seen, models.items[k]))
				vec_push(&open->models, models.items[k]);
		vec_release(&models);
	}
	bitset_release(&seen);
}

static void add_path(const RuleContext *context, NodeId signal, NodeId feature, const EdgeId *before, EdgeIds *path)
{
	for (NodeId at = feature; at != signal; at = context->graph->edges.items[before[at]].from)
		vec_push(path, before[at]);
	for (uint32_t i = 0; i < path->len / 2; i++) {
		EdgeId last = path->items[path->len - 1 - i];
		path->items[path->len - 1 - i] = path->items[i];
		path->items[i] = last;
	}
}

static void report(RuleContext *context, NodeId signal, const Open *open)
{
	const Node *node = context_node(context, signal);
	Text message = {0}, advice = {0};

	put_node(&message, node);
	text_put(&message, " feeds ");
	put_nodes(&message, context, &open->features, 3);
	text_put(&message, " of ");
	put_nodes(&message, context, &open->models, 3);
	text_put(&message, open->partly ? " on a way on which nothing checks it first, unlike others: "
	                                : " and nothing checks it first: ");
	put_path(&message, context, &open->path);
	put_certainty(&message, context, &open->path);
	text_put(&advice, "check its range, NaN, NULL or status where it is read, before every use, and count what fails");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "", &message, &advice);
	finding_node(finding, signal);
	for (uint32_t i = 0; i < open->features.len; i++)
		finding_node(finding, open->features.items[i]);
	for (uint32_t i = 0; i < open->models.len; i++)
		finding_node(finding, open->models.items[i]);
	finding_path(context, finding, &open->path);
	text_release(&message);
	text_release(&advice);
}

static void check(RuleContext *context, NodeId signal, EdgeId *before)
{
	Open open = {0};

	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		before[n] = NONE;
	find_open(context, signal, before, &open);
	collect_models(context, &open);
	if (open.features.len) {
		add_path(context, signal, open.features.items[0], before, &open.path);
		report(context, signal, &open);
	}
	vec_release(&open.features);
	vec_release(&open.models);
	vec_release(&open.path);
}

static void run(RuleContext *context)
{
	EdgeId *before = mem_alloc((context->graph->nodes.len + 1) * sizeof *before);

	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_SIGNAL && !context_node(context, n)->is_test)
			check(context, n, before);
	free(before);
}

const Rule rule_unvalidated_signal = {
	.id = "unvalidated-signal",
	.level = LEVEL_OFF,
	.section = "8.1",
	.summary = "a signal feeds a model and no check dominates its use",
	.help = "What comes from outside is sometimes missing, out of range, or not a number. A model gives a prediction "
		"for that as for anything else.\n"
		"\n"
		"    t = read_sensor(3);            /* -999 when the sensor is off */\n"
		"    if (debug && t < -100)         /* looks at it, but not on every way */\n"
		"            log_fault(t);\n"
		"    f[TEMP] = t;\n"
		"    predict(f, N);\n"
		"\n"
		"A check is a condition that rests on the value or on the status of the call that read it, or fmin and fmax "
		"with a constant; also one that a function makes on all of its ways. It counts where every way to the use "
		"leads over it: to the assignment of the feature, or to the call of the model. What only counts the rounds "
		"of a loop is no check. Off unless the manifest sets a level.\n"
		"\n"
		"Remedy: check it where it is read, before every use, and count what fails.",
	.run = run,
};
