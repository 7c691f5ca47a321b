/*
 * Feedback loops: what a model predicts changes what it will be fed with later, so that it shapes its own future and
 * its quality can no longer be measured on its own data.
 *
 *     double risk = predict(f, N);
 *     if (risk > 0.8)
 *             period = 10;               // static: the next call sees it
 *
 *     f[0] = events / period;            // next invocation: the prediction comes back
 *
 * A loop is a cycle through a model with an edge that passes to a later invocation, or through a store. For each
 * such edge (those into one object or store, and those of one cycle, count as one) the shortest cycle is shown. A
 * model that is trained on its own predictions is in a loop as well. What stays within one model (recurrent state),
 * within features (a filter's history) or within one invocation is listed, hidden. A loop through a store whose keys are
 * not known is a note: it may be none.
 */
#include "rules/rule.h"

typedef struct {
	RuleContext *context;
	Components components;
	uint32_t component;
	NodeIds models;      /* of the component */
	EdgeIds persistent;  /* edges inside the component that outlive an invocation, one an object */
	uint32_t edges;      /* inside the component */
	Bitset shown;        /* edges of the cycles that were reported */
} Loops;

static bool edge_persists(const RuleContext *context, const Edge *edge)
{
	return edge->state || context_node(context, edge->to)->kind == NODE_STORE;
}

static bool same_object(const Node *a, const Node *b)
{
	return a == b || (!str_empty(a->object) && str_equal(a->object, b->object));
}

/* What keeps the value: the store, or the object that is written and who writes it. */
static bool same_memory(const RuleContext *context, const Edge *a, const Edge *b)
{
	const Node *x = context_node(context, a->to), *y = context_node(context, b->to);

	if (a->to == b->to && x->kind == NODE_STORE)
		return true;
	return same_object(context_node(context, a->from), context_node(context, b->from)) && same_object(x, y);
}

static void add_persistent(Loops *loops, EdgeId e)
{
	const Graph *graph = loops->context->graph;

	for (uint32_t i = 0; i < loops->persistent.len; i++)
		if (same_memory(loops->context, &graph->edges.items[loops->persistent.items[i]], &graph->edges.items[e]))
			return;
	vec_push(&loops->persistent, e);
}

static void loops_collect(Loops *loops, const NodeIds *members)
{
	const RuleContext *context = loops->context;

	vec_clear(&loops->models);
	vec_clear(&loops->persistent);
	loops->edges = 0;
	for (uint32_t i = 0; i < members->len; i++) {
		uint32_t count;
		const EdgeId *edges = query_edges(&context->query, members->items[i], FORWARD, &count);
		if (context_node(context, members->items[i])->kind == NODE_MODEL)
			vec_push(&loops->models, members->items[i]);
		for (uint32_t k = 0; k < count; k++) {
			const Edge *edge = &context->graph->edges.items[edges[k]];
			if (loops->components.of[edge->to] != loops->component)
				continue;
			loops->edges++;
			if (edge_persists(context, edge))
				add_persistent(loops, edges[k]);
		}
	}
}

/* Appends the shortest way A → B, nothing when they are the same. */
static void append_way(const RuleContext *context, NodeId a, NodeId b, EdgeIds *cycle)
{
	EdgeIds part = {0};

	if (a != b && query_path(&context->query, a, b, KIND_ALL, 0, &part))
		vec_append(cycle, &part);
	vec_release(&part);
}

/* The shortest closed walk through MODEL and EDGE, from MODEL on. True when it visits no node twice. */
static bool find_cycle(const RuleContext *context, NodeId model, EdgeId edge, EdgeIds *cycle)
{
	Bitset seen = {0};
	bool simple = true;

	vec_clear(cycle);
	append_way(context, model, query_end(&context->query, edge, BACKWARD), cycle);
	vec_push(cycle, edge);
	append_way(context, query_end(&context->query, edge, FORWARD), model, cycle);
	for (uint32_t i = 0; i < cycle->len; i++)
		simple &= bitset_add(&seen, query_end(&context->query, cycle->items[i], FORWARD));
	bitset_release(&seen);
	return simple;
}

static const char *last_part(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot ? dot + 1 : name;
}

/* The model hands its own state through its arguments: an output and an input of the same name, nothing in between. */
static bool is_own_state(const RuleContext *context, const EdgeIds *cycle)
{
	if (cycle->len != 3)
		return false;
	const Edge *back = &context->graph->edges.items[cycle->items[1]];
	const Node *prediction = context_node(context, back->from), *feature = context_node(context, back->to);
	if (prediction->kind != NODE_PREDICTION || feature->kind != NODE_FEATURE)
		return false;
	const char *object = str_text(str_empty(feature->object) ? feature->name : feature->object);
	return !strcmp(last_part(str_text(prediction->name)), last_part(object));
}

/* The last condition of a witness, or NULL. */
static const Step *find_condition(const Steps *steps)
{
	const Step *found = NULL;

	for (uint32_t i = 0; i < steps->len; i++) {
		const Step *step = &steps->items[i];
		bool decides = str_is(step->note, "decides") || str_is(step->note, "condition");
		if (decides || (step->kind == DEP_CONTROL && (!found || str_empty(found->note))))
			found = step;
	}
	return found;
}

static void put_gate(Text *text, const RuleContext *context, const Edge *edge)
{
	const Node *to = context_node(context, edge->to);
	const Step *condition = find_condition(&edge->witness);

	if (condition) {
		text_put(text, ", under the condition at ");
		put_site(text, &condition->site);
		if (!str_empty(condition->text))
			text_printf(text, " \"%s\"", str_text(condition->text));
		return;
	}
	for (uint32_t i = 0; i < to->guards.len && i < 2; i++) {
		text_put(text, i ? " and " : ", only when the condition holds at ");
		put_site(text, &to->guards.items[i]);
	}
}

static void put_persistence(Text *text, const RuleContext *context, EdgeId e)
{
	const Edge *edge = &context->graph->edges.items[e];
	const Node *to = context_node(context, edge->to);

	text_printf(text, "%s → %s outlives the invocation", str_text(context_node(context, edge->from)->id),
	            str_text(to->id));
	if (edge->witness.len) {
		text_put(text, " (");
		put_site(text, &edge->witness.items[0].site);
		text_put(text, ")");
	}
	put_gate(text, context, edge);
}

static void report_loop(RuleContext *context, NodeId model, EdgeId persistent, const EdgeIds *cycle)
{
	const Node *node = context_node(context, model);
	const Edge *edge = &context->graph->edges.items[persistent];
	const Node *to = context_node(context, edge->to);
	bool own = is_own_state(context, cycle);
	Text message = {0}, advice = {0}, key = {0};

	put_node(&message, node);
	text_put(&message, own ? " keeps state of its own: " : " is fed with what it predicted before: ");
	put_path(&message, context, cycle);
	text_put(&message, "; ");
	put_persistence(&message, context, persistent);
	put_certainty(&message, context, cycle);
	if (!own)
		text_put(&advice, "randomise a part of the decisions, keep the data that the model influenced apart from "
		         "what it is trained and measured on, and watch how its predictions move");
	text_printf(&key, "%s %s", str_text(context_node(context, edge->from)->id),
	            str_text(str_empty(to->object) ? to->id : to->object));
	Level level = own || path_any_key(context, cycle) ? LEVEL_NOTE : LEVEL_WARNING;
	Finding *finding = finding_add(context, level, str_text(node->id), text_data(&key), &message, &advice);
	for (uint32_t i = 0; i < cycle->len; i++)
		finding_node(finding, query_end(&context->query, cycle->items[i], BACKWARD));
	finding_path(context, finding, cycle);
	if (finding)
		finding->hidden = own;
	text_release(&message);
	text_release(&advice);
	text_release(&key);
}

/* Two models that read each other's writes out of a store: hidden-loop tells that. */
static bool is_shared_store(const RuleContext *context, EdgeId edge, const EdgeIds *cycle)
{
	uint32_t models = 0;

	for (uint32_t i = 0; i < cycle->len; i++)
		models += context_node(context, query_end(&context->query, cycle->items[i], FORWARD))->kind == NODE_MODEL;
	return models > 1 && context_node(context, query_end(&context->query, edge, FORWARD))->kind == NODE_STORE;
}

/* Reports the loops over one persistent edge, one for each model that is not on one already; true when there was one.
   Walks that visit a node twice are taken only when ANY. */
static bool report_edge(Loops *loops, EdgeId edge, bool any)
{
	RuleContext *context = loops->context;
	Bitset covered = {0};
	EdgeIds cycle = {0};
	bool reported = false;

	for (uint32_t i = 0; i < loops->models.len; i++) {
		NodeId model = loops->models.items[i];
		if (bitset_has(&covered, model) || (!find_cycle(context, model, edge, &cycle) && !any))
			continue;
		for (uint32_t k = 0; k < cycle.len; k++) {
			bitset_add(&covered, query_end(&context->query, cycle.items[k], FORWARD));
			bitset_add(&loops->shown, cycle.items[k]);
		}
		if (!is_shared_store(context, edge, &cycle))
			report_loop(context, model, edge, &cycle);
		reported = true;
	}
	bitset_release(&covered);
	vec_release(&cycle);
	return reported;
}

static void report_listed(RuleContext *context, NodeId node, const char *key, const char *what, const EdgeIds *cycle)
{
	Text message = {0}, advice = {0};

	put_node(&message, context_node(context, node));
	text_printf(&message, " %s", what);
	if (cycle->len) {
		text_put(&message, ": ");
		put_path(&message, context, cycle);
	}
	const char *subject = str_text(context_node(context, node)->id);
	Finding *finding = finding_add(context, LEVEL_NOTE, subject, key, &message, &advice);
	finding_node(finding, node);
	finding_path(context, finding, cycle);
	if (finding)
		finding->hidden = true;
	text_release(&message);
	text_release(&advice);
}

static void report_history(Loops *loops, const NodeIds *members)
{
	NodeId node = members->items[0];
	EdgeIds cycle = {0};

	query_path(&loops->context->query, node, node, KIND_ALL, 0, &cycle);
	report_listed(loops->context, node, "history", "has a history of its own, no model is involved", &cycle);
	vec_release(&cycle);
}

static void report_within(Loops *loops)
{
	NodeId model = loops->models.items[0];
	EdgeIds cycle = {0};

	query_path(&loops->context->query, model, model, KIND_ALL, 0, &cycle);
	report_listed(loops->context, model, "invocation",
	              "is run several times in one invocation, each fed by the one before", &cycle);
	vec_release(&cycle);
}

static void check_component(Loops *loops, const NodeIds *members)
{
	bool reported = false;

	loops_collect(loops, members);
	if (!loops->edges)
		return;
	if (!loops->models.len) {
		if (loops->persistent.len)
			report_history(loops, members);
		return;
	}
	for (uint32_t i = 0; i < loops->persistent.len; i++)
		if (!bitset_has(&loops->shown, loops->persistent.items[i]))
			reported |= report_edge(loops, loops->persistent.items[i], false);
	if (!reported && loops->persistent.len)
		report_edge(loops, loops->persistent.items[0], true);
	else if (!reported)
		report_within(loops);
}

/* READER hands what it reads to a call that trains MODEL. */
static bool trains(const Node *reader, const Node *model)
{
	Str escape = str_format("training of %s", str_text(model->name));

	for (uint32_t i = 0; i < reader->escapes.len; i++)
		if (str_equal(reader->escapes.items[i], escape))
			return true;
	return false;
}

/* What READER does with PREDICTION is to hand it to that call: it leaves the program there and nowhere else. */
static bool is_trained_with(const RuleContext *context, NodeId prediction, NodeId reader)
{
	EdgeIds path = {0};
	bool found = false;

	if (query_path(&context->query, prediction, reader, KIND_ALL, 0, &path)) {
		const Step *last = vec_last(&context->graph->edges.items[*vec_last(&path)].witness);
		found = last && str_is(last->note, "leaves the program") && context_node(context, reader)->escapes.len == 1;
	}
	vec_release(&path);
	return found;
}

static void report_training(RuleContext *context, NodeId model, NodeId prediction, NodeId reader)
{
	Text message = {0}, advice = {0};
	EdgeIds path = {0};

	query_path(&context->query, prediction, reader, KIND_ALL, 0, &path);
	put_node(&message, context_node(context, model));
	text_put(&message, " is trained on what it predicted: ");
	put_path(&message, context, &path);
	text_printf(&message, " fits it to that as a %s", context_node(context, prediction)->label_role ? "label" : "feature");
	put_certainty(&message, context, &path);
	text_put(&advice, "train on what really happened, and keep apart the examples that the model has chosen itself");
	Finding *finding = finding_add(context, LEVEL_WARNING, str_text(context_node(context, model)->id),
	                               str_text(context_node(context, reader)->id), &message, &advice);
	finding_node(finding, model);
	finding_node(finding, prediction);
	finding_node(finding, reader);
	finding_path(context, finding, &path);
	vec_release(&path);
	text_release(&message);
	text_release(&advice);
}

/* The loop is closed by the training, which no edge goes through. */
static void check_training(RuleContext *context, NodeId model)
{
	NodeIds predictions = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++) {
		NodeIds readers = {0};
		query_consumers(&context->query, predictions.items[i], &readers);
		for (uint32_t k = 0; k < readers.len; k++)
			if (trains(context_node(context, readers.items[k]), context_node(context, model)) &&
			    (context_node(context, predictions.items[i])->label_role ||
			     is_trained_with(context, predictions.items[i], readers.items[k])))
				report_training(context, model, predictions.items[i], readers.items[k]);
		vec_release(&readers);
	}
	vec_release(&predictions);
}

static int by_first_member(const void *a, const void *b)
{
	const NodeIds *x = a, *y = b;
	NodeId p = x->len ? x->items[0] : NONE, q = y->len ? y->items[0] : NONE;

	return p < q ? -1 : p > q;
}

static void run(RuleContext *context)
{
	Loops loops = { .context = context };
	EdgeIds none = {0};

	query_components(&context->query, KIND_ALL, &loops.components);
	NodeIds *members = mem_calloc(loops.components.count + 1, sizeof *members);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		vec_push(&members[loops.components.of[n]], n);
	qsort(members, loops.components.count, sizeof *members, by_first_member);
	for (uint32_t c = 0; c < loops.components.count; c++) {
		loops.component = loops.components.of[members[c].items[0]];
		check_component(&loops, &members[c]);
		vec_release(&members[c]);
	}
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		if (context_node(context, n)->kind != NODE_MODEL)
			continue;
		check_training(context, n);
		if (context_node(context, n)->has_state)
			report_listed(context, n, "state", "keeps state of its own from one invocation to the next", &none);
	}
	free(members);
	vec_release(&loops.models);
	vec_release(&loops.persistent);
	bitset_release(&loops.shown);
	components_release(&loops.components);
}

const Rule rule_feedback_loop = {
	.id = "feedback-loop",
	.level = LEVEL_WARNING,
	.section = "4.1",
	.summary = "a model is fed with what it predicted before",
	.help = "When a prediction changes what the model is fed with later, the model shapes its own future: its "
		"behaviour can no longer be told before release, nor its quality measured on the data it produced.\n"
		"\n"
		"    double risk = predict(f, N);\n"
		"    if (risk > 0.8)                /* the gate */\n"
		"            period = 10;           /* static: outlives the invocation */\n"
		"\n"
		"    f[0] = events / period;        /* next invocation: the prediction comes back */\n"
		"\n"
		"The finding shows the cycle, which of its edges outlives an invocation, and the condition under which "
		"that edge is taken. A prediction that is a label or feature of a call that trains the same model counts as well. A "
		"model's own recurrent state, a filter's history and repeated runs within one invocation are listed, but "
		"hidden. Where the keys of a store on the way are not known, it is a note.\n"
		"\n"
		"Remedy: randomise a part of the decisions, keep influenced data apart, watch how the predictions move.",
	.run = run,
};
