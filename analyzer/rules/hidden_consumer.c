/*
 * Undeclared consumers ("visibility debt"): code that reads a prediction without anyone having agreed to it. It
 * couples the model to everything that grew on its output: a change of the model changes systems that nobody knew
 * of.
 *
 *     double score = predict(features, N);      // ads/rank.c, the model's own module
 *     g_last_score = score;
 *
 *     if (g_last_score > 0.8)                   // billing/report.c, in no list of consumers
 *             raise_price();
 *
 * A reader is hidden when it is neither in the model's module nor matched by a declaration. Readers of features are
 * judged against the modules of the feature and of every model it feeds; code that makes other inputs of such a model is
 * none. Monitors are what should read predictions. Who has only what somebody else computed from the prediction reads
 * that one's output: it counts when the model's own module did the computing, else it is noise behind a reader that is
 * known or reported.
 */
#include "rules/access.h"

enum { LISTED = 8, LISTED_BEHIND = 3 };

typedef struct {
	NodeId reader;
	NodeIds reads; /* predictions or features */
	EdgeIds path;  /* the shortest from one of them */
} Access;

typedef VEC(Access) Accesses;

static void accesses_release(Accesses *accesses)
{
	for (uint32_t i = 0; i < accesses->len; i++) {
		vec_release(&accesses->items[i].reads);
		vec_release(&accesses->items[i].path);
	}
	vec_release(accesses);
}

static Access *access_get(Accesses *accesses, NodeId reader)
{
	for (uint32_t i = 0; i < accesses->len; i++)
		if (accesses->items[i].reader == reader)
			return &accesses->items[i];
	Access *access = vec_add(accesses);
	access->reader = reader;
	return access;
}

/* Who computed what the reader at the end of PATH has; empty when it has the value itself. */
static Str through(const RuleContext *context, const EdgeIds *path)
{
	return context->graph->edges.items[*vec_last(path)].through;
}

static bool is_nearer(const RuleContext *context, const EdgeIds *path, const EdgeIds *than)
{
	bool direct = str_empty(through(context, path)), other = than->len && str_empty(through(context, than));

	return !than->len || (direct == other ? path->len < than->len : direct);
}

/* Adds that READER gets the value of NODE. A value that a condition on NODE only chose is not its value. */
static void add_reader(const RuleContext *context, NodeId node, NodeId reader, Accesses *accesses)
{
	EdgeIds path = {0};

	if (query_path(&context->query, node, reader, KIND_VALUE, ~(1u << NODE_STORE), &path)) {
		Access *access = access_get(accesses, reader);
		vec_push(&access->reads, node);
		if (is_nearer(context, &path, &access->path)) {
			EdgeIds longer = access->path;
			access->path = path;
			path = longer;
		}
	}
	vec_release(&path);
}

static void collect_readers(const RuleContext *context, NodeId node, Accesses *accesses)
{
	NodeIds readers = {0};

	query_consumers(&context->query, node, &readers);
	for (uint32_t i = 0; i < readers.len; i++)
		if (!context_node(context, readers.items[i])->is_monitor)
			add_reader(context, node, readers.items[i], accesses);
	vec_release(&readers);
}

static void put_uses(Text *text, const Node *reader)
{
	static const struct { uint32_t use; const char *text; } uses[] = {
		{ CONSUME_COMPUTE, "computes with it" }, { CONSUME_BRANCH, "branches on it" },
		{ CONSUME_PERSIST, "keeps it" }, { CONSUME_ESCAPE, "lets it leave the program" },
	};
	bool any = false;

	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
		if (!(reader->uses & uses[i].use))
			continue;
		text_printf(text, "%s%s", any ? ", " : "", uses[i].text);
		any = true;
	}
	if (!any)
		text_put(text, "uses it");
	for (uint32_t i = 0; i < reader->escapes.len; i++)
		text_printf(text, "%s%s", i ? ", " : " (", str_text(reader->escapes.items[i]));
	if (reader->escapes.len)
		text_put(text, ")");
}

/* How the value gets there: the stores on the way, and the last step before the reader that says what happens. */
static void put_way(Text *text, const RuleContext *context, const EdgeIds *path)
{
	for (uint32_t i = 0; i < path->len; i++) {
		const Edge *edge = &context->graph->edges.items[path->items[i]];
		const Node *to = context_node(context, edge->to);
		if (to->kind == NODE_STORE)
			text_printf(text, "; by way of %s", str_text(to->id));
	}
	const Steps *steps = &context->graph->edges.items[*vec_last(path)].witness;
	for (uint32_t i = steps->len; i-- > 0;) {
		const Step *step = &steps->items[i];
		if (i + 1 == steps->len || str_empty(step->note) || str_is(step->note, "predicted"))
			continue;
		text_printf(text, "; %s at ", str_text(step->note));
		put_site(text, &step->site);
		return;
	}
}

static void put_reads(Text *text, const RuleContext *context, const Access *access)
{
	const Node *reader = context_node(context, access->reader);

	put_node(text, reader);
	if (!str_empty(reader->owner))
		text_printf(text, " of %s", str_text(reader->owner));
	text_put(text, " reads ");
	if (!str_empty(through(context, &access->path)))
		text_printf(text, "what %s computes from ", str_text(through(context, &access->path)));
	put_nodes(text, context, &access->reads, 3);
}

static void put_declaration(Text *text, const Node *of, const Node *reader)
{
	text_printf(text, "- { of: \"%s\", function: \"%s\" }", str_text(of->id), str_text(reader->name));
}

static void put_advice(Text *text, const RuleContext *context, const Node *of, const Node *reader)
{
	const Role *near = access_nearest(context, of, reader);

	if (near)
		text_printf(text, "\"%s\" (%s:%u) names no function: did you mean \"%s\"? Otherwise ",
		            str_text(near->target.function), str_text(near->file), near->line, str_text(reader->name));
	if (str_is(of->access, "private"))
		text_printf(text, "stop the access, since %s is private, or ", str_text(of->id));
	text_put(text, "declare it under consumers: ");
	put_declaration(text, of, reader);
	text_put(text, " and agree on what the reader may rely on");
}

/* OF is what the declaration is missing for. */
static void report(RuleContext *context, const Access *access, NodeId of, Level level, bool hidden, const char *why)
{
	const Node *reader = context_node(context, access->reader), *target = context_node(context, of);
	Text message = {0}, advice = {0};

	put_reads(&message, context, access);
	if (target->kind == NODE_MODEL) {
		text_put(&message, " of ");
		put_node(&message, target);
	}
	text_printf(&message, " %s: it ", why);
	put_uses(&message, reader);
	put_way(&message, context, &access->path);
	put_certainty(&message, context, &access->path);
	put_advice(&advice, context, target, reader);
	Finding *finding = finding_add(context, level, str_text(reader->id), str_text(target->id), &message, &advice);
	if (finding) {
		finding->hidden = hidden || reader->is_test;
		finding_node(finding, of);
		for (uint32_t i = 0; i < access->reads.len; i++)
			finding_node(finding, access->reads.items[i]);
		finding_node(finding, access->reader);
		finding_path(context, finding, &access->path);
	}
	text_release(&message);
	text_release(&advice);
}

/* How an access inside the model's own module counts: only what leaves the program can have readers out of sight. */
static Level escape_level(const Node *reader)
{
	Level level = LEVEL_OFF;

	for (uint32_t i = 0; i < reader->escapes.len; i++) {
		const char *escape = str_text(reader->escapes.items[i]);
		bool quiet = !strcmp(escape, "log") || !strcmp(escape, "api");
		if (!quiet)
			return LEVEL_WARNING;
		level = LEVEL_NOTE;
	}
	return level;
}

static bool only_logs(const Node *reader)
{
	for (uint32_t i = 0; i < reader->escapes.len; i++)
		if (!str_is(reader->escapes.items[i], "log"))
			return false;
	return true;
}

static bool is_declared(const RuleContext *context, const Access *access, const Node *of)
{
	const Node *reader = context_node(context, access->reader);
	bool declared = access_declared(context, of, reader);

	for (uint32_t i = 0; i < access->reads.len && !declared; i++)
		declared = access_declared(context, context_node(context, access->reads.items[i]), reader);
	return declared;
}

/* READER has what somebody outside of the module of the model OF computed: that one is known, or reported itself. */
static bool is_behind(const RuleContext *context, const Access *access, const Node *of)
{
	Str by = through(context, &access->path);
	NodeId node = str_empty(by) ? NONE : graph_find(context->graph, str_text(str_format("consumer:%s", str_text(by))));

	return node != NONE && (!access_same_module(of, context_node(context, node)) ||
	                        access_declared(context, of, context_node(context, node)));
}

static void judge_prediction(RuleContext *context, const Access *access, NodeId model)
{
	const Node *of = context_node(context, model), *reader = context_node(context, access->reader);

	if (is_declared(context, access, of))
		return;
	if (!access_same_module(of, reader))
		report(context, access, model, str_is(of->access, "private") ? LEVEL_ERROR : LEVEL_WARNING,
		       is_behind(context, access, of), "and is no declared consumer");
	else if (escape_level(reader) != LEVEL_OFF)
		report(context, access, model, escape_level(reader), only_logs(reader),
		       "and passes it on to readers that are not declared");
}

static bool is_open(const RuleContext *context, const Access *access, const Node *model)
{
	const Node *reader = context_node(context, access->reader);

	return !reader->is_test && !is_declared(context, access, model) &&
		(!access_same_module(model, reader) || (escape_level(reader) != LEVEL_OFF && !only_logs(reader)));
}

static uint32_t count_steps(const RuleContext *context, const EdgeIds *path)
{
	uint32_t steps = 0;

	for (uint32_t i = 0; i < path->len; i++)
		steps += context->graph->edges.items[path->items[i]].witness.len;
	return steps;
}

typedef struct {
	const Access *access;
	bool returns;    /* all it does is to hand the value to callers out of sight */
	uint32_t steps;
} Open;

typedef VEC(Open) OpenList;

/* Those that do something with it, the nearest first. */
static int open_order(const void *a, const void *b)
{
	const Open *x = a, *y = b;

	if (x->returns != y->returns)
		return x->returns ? 1 : -1;
	if (x->steps != y->steps)
		return x->steps < y->steps ? -1 : 1;
	return x->access->reader < y->access->reader ? -1 : x->access->reader > y->access->reader;
}

static bool only_returns(const Node *reader)
{
	return reader->uses == CONSUME_ESCAPE && reader->escapes.len == 1 && str_is(reader->escapes.items[0], "api");
}

/* The readers of MODEL that have to be declared: of the value itself, and of what others computed from it. */
static void collect_open(const RuleContext *context, const Accesses *accesses, NodeId model, OpenList *direct,
                         OpenList *behind)
{
	for (uint32_t i = 0; i < accesses->len; i++) {
		const Access *access = &accesses->items[i];
		Open open = { access, only_returns(context_node(context, access->reader)), count_steps(context, &access->path) };
		if (!is_open(context, access, context_node(context, model)))
			continue;
		if (str_empty(through(context, &access->path)))
			vec_push(direct, open);
		else
			vec_push(behind, open);
	}
	vec_sort(direct, open_order);
	vec_sort(behind, open_order);
}

/* The reader with the place where the witness arrives in it. */
static void put_reader(Text *text, const RuleContext *context, const Access *access)
{
	const Node *reader = context_node(context, access->reader);
	const Steps *steps = &context->graph->edges.items[*vec_last(&access->path)].witness;
	const Site *site = steps->len ? &vec_last(steps)->site : NULL;

	if (!site || !graph_is_in(site, reader) || str_empty(site->file)) {
		put_node(text, reader);
		return;
	}
	text_printf(text, "%s (", str_text(reader->id));
	put_site(text, site);
	text_put(text, ")");
}

static void put_readers(Text *text, const RuleContext *context, const OpenList *list, uint32_t limit)
{
	for (uint32_t i = 0; i < list->len && i < limit; i++) {
		text_put(text, i ? ", " : "");
		put_reader(text, context, list->items[i].access);
	}
	if (list->len > limit)
		text_printf(text, " and %u more", list->len - limit);
}

/* A model without any declaration: one note with all its readers instead of one warning each. */
static void report_open(RuleContext *context, NodeId model, const OpenList *list, const OpenList *behind)
{
	const Node *of = context_node(context, model);
	Text message = {0}, advice = {0};

	put_node(&message, of);
	text_printf(&message, " has no declared consumers and %u undeclared reader%s%s: ", list->len,
	            list->len == 1 ? "" : "s", behind ? "" : " of what its own module computes from the prediction");
	put_readers(&message, context, list, LISTED);
	if (behind && behind->len) {
		text_printf(&message, "; %u more use%s only what others compute from the prediction: ", behind->len,
		            behind->len == 1 ? "s" : "");
		put_readers(&message, context, behind, LISTED_BEHIND);
	}
	text_put(&advice, "declare who may read it:\nconsumers:");
	for (uint32_t i = 0; i < list->len; i++) {
		text_put(&advice, "\n  ");
		put_declaration(&advice, of, context_node(context, list->items[i].access->reader));
	}
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(of->id), "", &message, &advice);
	finding_node(finding, model);
	for (uint32_t i = 0; i < list->len; i++)
		finding_node(finding, list->items[i].access->reader);
	finding_path(context, finding, &list->items[0].access->path);
	text_release(&message);
	text_release(&advice);
}

static void report_undeclared(RuleContext *context, const Accesses *accesses, NodeId model)
{
	OpenList direct = {0}, behind = {0};

	collect_open(context, accesses, model, &direct, &behind);
	if (direct.len)
		report_open(context, model, &direct, &behind);
	else if (behind.len)
		report_open(context, model, &behind, NULL);
	vec_release(&direct);
	vec_release(&behind);
}

static void check_predictions(RuleContext *context, NodeId model)
{
	const Node *node = context_node(context, model);
	NodeIds predictions = {0};
	Accesses accesses = {0};

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++)
		collect_readers(context, predictions.items[i], &accesses);
	if (access_has_consumers(context, node) || str_is(node->access, "private"))
		for (uint32_t i = 0; i < accesses.len; i++)
			judge_prediction(context, &accesses.items[i], model);
	else
		report_undeclared(context, &accesses, model);
	vec_release(&predictions);
	accesses_release(&accesses);
}

static void collect_models(const RuleContext *context, NodeId feature, NodeIds *models)
{
	Bitset reached = {0};

	query_reach_until(&context->query, feature, FORWARD, KIND_ALL, 1u << NODE_MODEL, &reached);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_MODEL && bitset_has(&reached, n))
			vec_push(models, n);
	bitset_release(&reached);
}

/* A step on a way into FEATURE is in the function READER. */
static bool makes(const RuleContext *context, const Node *reader, NodeId feature)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, feature, BACKWARD, &count);

	for (uint32_t i = 0; i < count; i++) {
		const Steps *steps = &context->graph->edges.items[edges[i]].witness;
		for (uint32_t k = 0; k < steps->len; k++)
			if (graph_is_in(&steps->items[k].site, reader))
				return true;
	}
	return false;
}

/* READER is code that makes inputs of MODEL: the extraction of its features. */
static bool makes_inputs(const RuleContext *context, const Node *reader, NodeId model)
{
	NodeIds inputs = {0};
	bool found = false;

	query_features(&context->query, model, &inputs);
	for (uint32_t i = 0; i < inputs.len && !found; i++)
		found = makes(context, reader, inputs.items[i]);
	vec_release(&inputs);
	return found;
}

/* Reader and feature belong together, or the reader to a model that is fed with it, or is declared for one of them. */
static bool reads_its_own(const RuleContext *context, const Access *access)
{
	NodeId first = access->reads.items[0];
	const Node *reader = context_node(context, access->reader), *feature = context_node(context, first);
	NodeIds models = {0};
	bool own = access_same_module(feature, reader) || is_declared(context, access, feature);

	if (!own)
		collect_models(context, first, &models);
	for (uint32_t i = 0; i < models.len && !own; i++) {
		const Node *model = context_node(context, models.items[i]);
		own = access_same_module(model, reader) || access_declared(context, model, reader) ||
			makes_inputs(context, reader, models.items[i]);
	}
	vec_release(&models);
	return own;
}

/* The features FIRST .. END - 1 are parts of one object. */
static void check_features(RuleContext *context, NodeId first, NodeId end)
{
	Accesses accesses = {0};

	for (NodeId n = first; n < end; n++)
		if (bitset_has(&context->fed, n))
			collect_readers(context, n, &accesses);
	for (uint32_t i = 0; i < accesses.len; i++)
		if (!reads_its_own(context, &accesses.items[i]))
			report(context, &accesses.items[i], accesses.items[i].reads.items[0], LEVEL_WARNING, false,
			       "outside its module and is no declared consumer");
	accesses_release(&accesses);
}

static void run(RuleContext *context)
{
	uint32_t count = context->graph->nodes.len;
	NodeId end;

	for (NodeId n = 0; n < count; n++)
		if (context_node(context, n)->kind == NODE_MODEL)
			check_predictions(context, n);
	for (NodeId n = 0; n < count; n = end) {
		Str object = context_node(context, n)->object;
		end = n + 1;
		while (end < count && !str_empty(object) && str_equal(context_node(context, end)->object, object))
			end++;
		if (context_node(context, n)->kind == NODE_FEATURE)
			check_features(context, n, end);
	}
}

const Rule rule_hidden_consumer = {
	.id = "hidden-consumer",
	.level = LEVEL_WARNING,
	.section = "2.3",
	.summary = "a prediction or feature is read by code that is not declared as its consumer",
	.help = "An undeclared consumer reads a prediction (or a feature) without an agreement. It couples the model to "
		"code that its owners do not know: improving the model can break it, and it can close a feedback loop "
		"unseen.\n"
		"\n"
		"    double score = predict(features, N);   /* ads/rank.c, the model's module */\n"
		"    g_last_score = score;\n"
		"\n"
		"    if (g_last_score > 0.8)                /* billing/report.c: a hidden consumer */\n"
		"            raise_price();\n"
		"\n"
		"A reader counts as known when it is in the module of the model (in its file, where no modules are "
		"declared), when a declaration under consumers matches it, or when it is a monitor. Predictions that "
		"leave the program through a file, database, network or exported global count as read. For a model with "
		"access: private it is an error. A model without any declared consumer gets one note that lists its "
		"readers, ready to paste.\n"
		"\n"
		"Remedy: declare the consumer and agree on what it may rely on, or restrict the access.",
	.run = run,
};
