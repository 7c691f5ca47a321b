/*
 * Underutilised data dependencies: features that are computed and change nothing. They cost time, keep signals alive
 * and make the system fragile for no gain; the overwritten ones are usually a bug.
 *
 *     f[AGE] = age;  f[CTR] = ctr;
 *     f[CTR] = ctr * weight;       // the first f[CTR] never arrives
 *     f[LEGACY] = legacy_score();  // the model reads 2 elements: this one is beyond its count
 *     predict(f, 2);
 *
 * The solver says what became of each feature; paths over other features and stores count as use. Elements in a row
 * that share their fate are one finding. What a function without source gets a pointer to may be read there: hidden,
 * and so is what lies in a store of which models read keys that only the run knows.
 * So is a declared field that only code which was not analysed computes.
 * A prediction that nothing reads while others of the same model are read is a note.
 */
#include "rules/rule.h"

typedef struct {
	NodeId first, end; /* nodes first .. end - 1 */
	FeatureUse use;
	const Suppression *suppression;
	const Node *store; /* it is kept in, of which a model reads keys that only the run knows; NULL: none */
} Group;

/* Who reads a feature that reaches no model: consumers, or else other features and stores. What another element of the
   same object keeps of it is its history. */
static void add_readers(const RuleContext *context, NodeId node, NodeIds *readers)
{
	uint32_t count, before = readers->len;
	const EdgeId *edges = query_edges(&context->query, node, FORWARD, &count);

	query_consumers(&context->query, node, readers);
	bool consumed = readers->len > before;
	for (uint32_t k = 0; k < count && !consumed; k++) {
		NodeId next = query_end(&context->query, edges[k], FORWARD);
		const Node *reader = context_node(context, next);
		bool own = next == node || (!str_empty(reader->object) && str_equal(reader->object, context_node(context, node)->object));
		if ((reader->kind == NODE_FEATURE && !own) || reader->kind == NODE_STORE)
			vec_push(readers, next);
	}
}

static FeatureUse use_of(const RuleContext *context, NodeId node)
{
	const Node *feature = context_node(context, node);
	NodeIds readers = {0};

	if (feature->use != USE_READ_BY_MODEL)
		return feature->use;
	add_readers(context, node, &readers);
	FeatureUse use = readers.len ? USE_LOG_ONLY : USE_NEVER_READ;
	vec_release(&readers);
	return use;
}

static void put_name(Text *text, const RuleContext *context, NodeId first, NodeId end)
{
	const Node *a = context_node(context, first), *b = context_node(context, end - 1);

	if (end - first > 1)
		text_printf(text, "feature:%s[%lld..%lld]", str_text(a->object), (long long)a->first, (long long)b->last);
	else
		text_put(text, str_text(a->id));
}

static bool follows(const Node *previous, const Node *next)
{
	return !str_empty(next->object) && str_equal(previous->object, next->object) && previous->first >= 0 &&
		next->first == previous->last + 1;
}

/* A comment is about the features of its own line alone. */
static bool same_suppression(const Suppression *a, const Suppression *b)
{
	return a == b || (a && b && !a->in_source && !b->in_source && str_equal(a->reason, b->reason));
}

static bool joins(const RuleContext *context, const Group *group, NodeId node)
{
	const Node *last = context_node(context, group->end - 1), *next = context_node(context, node);

	return next->kind == NODE_FEATURE && !bitset_has(&context->fed, node) && follows(last, next) &&
		last->is_test == next->is_test && last->handed == next->handed && use_of(context, node) == group->use &&
		same_suppression(finding_suppression(context, str_text(next->id)), group->suppression);
}

static void put_group(Text *text, const RuleContext *context, const Group *group)
{
	const Node *first = context_node(context, group->first), *last = context_node(context, group->end - 1);

	put_name(text, context, group->first, group->end);
	if (!str_equal(first->label, first->name))
		text_printf(text, " (%s%s%s)", str_text(first->label), first == last ? "" : " … ",
		            first == last ? "" : str_text(last->label));
}

static void put_writer(Text *text, const Node *feature)
{
	if (!feature->sites.len)
		return;
	const Site *site = &feature->sites.items[feature->sites.len - 1];
	text_put(text, " at ");
	put_site(text, site);
	if (!str_empty(site->function))
		text_printf(text, " in %s", str_text(site->function));
}

/* How many elements of the object models read; the end of the last of them in *END, the models in MODELS, some of them again
   and again. */
static int64_t count_read(const RuleContext *context, Str object, int64_t *end, NodeIds *models)
{
	int64_t count = 0;

	*end = 0;
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		uint32_t before = models->len;
		if (node->kind != NODE_FEATURE || node->first < 0 || !str_equal(node->object, object))
			continue;
		query_fed_models(&context->query, n, models);
		if (models->len == before)
			continue;
		count += node->last - node->first + 1;
		if (node->last + 1 > *end)
			*end = node->last + 1;
	}
	return count;
}

static void put_beyond(Text *text, const RuleContext *context, const Node *feature)
{
	NodeIds models = {0};
	int64_t end, count = count_read(context, feature->object, &end, &models);
	bool one = models.len > 0;

	for (uint32_t i = 1; i < models.len; i++)
		one &= models.items[i] == models.items[0];
	text_put(text, feature->first >= end ? " lies beyond the " : " is none of the ");
	if (models.len)
		text_printf(text, "%lld ", (long long)count);
	text_put(text, count == 1 ? "element that " : "elements that ");
	if (one)
		put_node(text, context_node(context, models.items[0]));
	else
		text_put(text, models.len ? "models" : "the model");
	text_put(text, models.len && !one ? " read" : " reads");
	vec_release(&models);
}

static void put_readers(Text *text, const RuleContext *context, const Group *group)
{
	NodeIds readers = {0};

	for (NodeId n = group->first; n < group->end; n++) {
		NodeIds found = {0};
		add_readers(context, n, &found);
		for (uint32_t i = 0; i < found.len; i++) {
			bool seen = false;
			for (uint32_t k = 0; k < readers.len; k++)
				seen |= readers.items[k] == found.items[i];
			if (!seen)
				vec_push(&readers, found.items[i]);
		}
		vec_release(&found);
	}
	for (uint32_t i = 0; i < readers.len && i < 3; i++) {
		text_put(text, i ? ", " : ", only by ");
		put_node(text, context_node(context, readers.items[i]));
	}
	if (readers.len > 3)
		text_printf(text, " and %u more", readers.len - 3);
	vec_release(&readers);
}

static void put_dead_stores(Text *text, const Node *feature)
{
	uint32_t count = feature->dead_stores.len;

	text_put(text, " is assigned");
	if (!count) {
		put_writer(text, feature);
		text_put(text, " and overwritten");
		return;
	}
	text_put(text, " at ");
	put_site(text, &feature->dead_stores.items[0].site);
	if (str_empty(feature->dead_stores.items[0].by.file)) {
		text_put(text, " and not read");
	} else {
		text_put(text, " and overwritten at ");
		put_site(text, &feature->dead_stores.items[0].by);
	}
	if (count > 1)
		text_printf(text, " (and %u more times)", count - 1);
}

/* A declared feature that is read and that nothing in the program computes. */
static bool comes_in(const RuleContext *context, const Node *feature)
{
	bool found = false;

	if (feature->use != USE_NOT_COMPUTED || feature->sites.len)
		return false;
	for (NodeId n = 0; n < context->graph->nodes.len && !found; n++) {
		const Node *node = context_node(context, n);
		found = node->kind == NODE_SIGNAL && (str_equal(node->name, feature->name) || str_equal(node->object, feature->name));
	}
	return found;
}

static void put_fate(Text *text, const RuleContext *context, const Group *group)
{
	const Node *feature = context_node(context, group->first);

	switch (group->use) {
	case USE_READ_BY_MODEL:
	case USE_GUARD:
	case USE_WITHIN_MODEL:
	case USE_NEVER_READ:
		text_put(text, " is computed");
		put_writer(text, feature);
		text_put(text, " and never read");
		break;
	case USE_LOG_ONLY:
		text_put(text, " is computed");
		put_writer(text, feature);
		text_put(text, " and read by no model");
		put_readers(text, context, group);
		break;
	case USE_OVERWRITTEN:
		put_dead_stores(text, feature);
		text_put(text, " before a model reads it");
		break;
	case USE_BEYOND_COUNT:
		text_put(text, " is computed");
		put_writer(text, feature);
		text_put(text, " and");
		put_beyond(text, context, feature);
		break;
	case USE_NOT_ASKED:
		text_put(text, " is emitted");
		put_writer(text, feature);
		text_put(text, " under a name that no model asks for");
		break;
	case USE_NOT_COMPUTED:
		if (comes_in(context, feature))
			text_put(text, " is declared and nothing here computes it: it comes in from outside");
		else
			text_printf(text, " is declared and %s computes it", feature->sites.len ? "only code that was not analysed" : "nothing");
		put_writer(text, feature);
		break;
	case USE_OUTPUT:
		text_put(text, " is computed");
		put_writer(text, feature);
		text_put(text, " and leaves through a public interface: no consumer in the analysed program");
		break;
	}
}

/* Whether everything downstream of SIGNAL lies within the group. */
static bool serves_only(const RuleContext *context, NodeId signal, const Group *group)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, signal, FORWARD, &count);
	NodeIds after = {0};
	bool only = true;

	for (uint32_t k = 0; k < count; k++)
		if (bitset_has(&context->fed, query_end(&context->query, edges[k], FORWARD)))
			return false;
	query_impact(&context->query, signal, &after);
	for (uint32_t i = 0; i < after.len && only; i++) {
		const Node *node = context_node(context, after.items[i]);
		only = node->kind != NODE_FEATURE || (after.items[i] >= group->first && after.items[i] < group->end);
	}
	vec_release(&after);
	return only;
}

/* Signals behind a model serve the model, so the search ends at predictions. */
static void put_cost(Text *text, const RuleContext *context, const Group *group)
{
	Bitset before = {0};
	NodeIds alone = {0};

	for (NodeId n = group->first; n < group->end; n++)
		query_reach_until(&context->query, n, BACKWARD, KIND_ALL, 1u << NODE_PREDICTION, &before);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (bitset_has(&before, n) && context_node(context, n)->kind == NODE_SIGNAL && serves_only(context, n, group))
			vec_push(&alone, n);
	if (alone.len) {
		text_put(text, "; read only for it: ");
		put_nodes(text, context, &alone, 4);
	}
	vec_release(&alone);
	bitset_release(&before);
}

/* The functions that exist only for the group: what deleting it is worth. */
static void put_sole(Text *text, const RuleContext *context, const Group *group)
{
	Map seen = {0};
	uint32_t functions = 0, lines = 0;
	Text names = {0};

	for (NodeId n = group->first; n < group->end; n++) {
		const Node *feature = context_node(context, n);
		for (uint32_t i = 0; i < feature->sole.len; i++) {
			const SoleFunction *one = &feature->sole.items[i];
			if (!map_put(&seen, hash_u64(one->site.file.i, one->site.function.i), 1))
				continue;
			if (functions < 4)
				text_printf(&names, "%s%s", functions ? ", " : "", str_text(one->site.function));
			functions++;
			lines += one->lines;
		}
	}
	if (functions)
		text_printf(text, "; deleting it removes %u function%s, %u lines: %s%s", functions, functions == 1 ? "" : "s",
		            lines, text_data(&names), functions > 4 ? ", …" : "");
	text_release(&names);
	map_release(&seen);
}

/* The places that write the feature, as steps: there is no path to show. */
static void add_writers(Finding *finding, const Node *feature)
{
	for (uint32_t i = 0; i < feature->dead_stores.len; i++) {
		const DeadStore *dead = &feature->dead_stores.items[i];
		vec_push(&finding->witness, (Step){ .site = dead->site, .note = str_intern("assigned"), .kind = DEP_DATA });
		if (!str_empty(dead->by.file))
			vec_push(&finding->witness, (Step){ .site = dead->by, .note = str_intern("overwritten"), .kind = DEP_DATA });
	}
	for (uint32_t i = 0; i < feature->sites.len && !feature->dead_stores.len; i++)
		vec_push(&finding->witness, (Step){ .site = feature->sites.items[i], .note = str_intern("assigned"), .kind = DEP_DATA });
}

static void add_group(RuleContext *context, const Group *group, Level level, const char *key, const Text *message,
                      const Text *advice)
{
	const Node *feature = context_node(context, group->first);
	Text subject = {0};

	put_name(&subject, context, group->first, group->end);
	Finding *finding = finding_add(context, level, text_data(&subject), key, message, advice);
	text_release(&subject);
	if (!finding)
		return;
	bool computed_elsewhere = group->use == USE_NOT_COMPUTED && feature->sites.len;
	finding->hidden = feature->is_test || group->store || computed_elsewhere || (feature->handed && strcmp(key, "dead-store"));
	for (NodeId n = group->first; n < group->end; n++) {
		finding_suppress(context, finding, str_text(context_node(context, n)->id));
		finding_node(finding, n);
		if (group->end - group->first > 1)
			finding_part(context, finding, str_text(context_node(context, n)->id), key);
	}
	add_writers(finding, feature);
}

/* STORE is the key NAME of a store. */
static bool is_key(const Node *store, Str name)
{
	const char *key = strchr(str_text(store->name), '[');
	size_t length = str_length(name);

	return store->kind == NODE_STORE && key && !strncmp(key + 1, str_text(name), length) && !strcmp(key + 1 + length, "]");
}

/* A feature that is emitted under a name is put into a store by the same call: the way from that key to a model. */
static bool find_way(const RuleContext *context, const Node *feature, EdgeIds *way)
{
	bool found = false;

	for (NodeId n = 0; n < context->graph->nodes.len && !found; n++)
		for (NodeId m = 0; m < context->graph->nodes.len && is_key(context_node(context, n), feature->name) && !found; m++)
			found = context_node(context, m)->kind == NODE_MODEL &&
				query_path(&context->query, n, m, KIND_ALL, 1u << NODE_MODEL, way);
	return found;
}

/* Has code been given up that may read what nothing else does? */
static bool any_given_up(const RuleContext *context)
{
	bool any = false;

	for (uint32_t i = 0; i < context->graph->coverage.unresolved.len && !any; i++)
		any = unresolved_is_limit(context->graph->coverage.unresolved.items[i].what);
	return any;
}

static void report_unused(RuleContext *context, const Group *group)
{
	Text message = {0}, advice = {0};
	bool outside = comes_in(context, context_node(context, group->first));
	bool unread = group->use == USE_NEVER_READ && any_given_up(context);

	put_group(&message, context, group);
	put_fate(&message, context, group);
	put_cost(&message, context, group);
	put_sole(&message, context, group);
	if (context_node(context, group->first)->is_assumed)
		text_put(&message, "; not certain: an unknown function may read or write it");
	else if (context_node(context, group->first)->handed)
		text_put(&message, "; not certain: a function without source gets a pointer to it");
	else if (unread)
		text_put(&message, "; not certain: code that was given up may read it");
	else if (group->store)
		text_printf(&message, "; not certain: which keys of %s a model reads is not known", str_text(group->store->id));
	if (group->use == USE_OUTPUT)
		text_put(&advice, "if nothing outside reads it, remove it");
	else if (group->use == USE_OVERWRITTEN)
		text_put(&advice, "remove the assignment that does not arrive, or the one that overwrites it");
	else if (outside)
		text_put(&advice, "declare it under signals, or let featdep see the code that computes it");
	else if (group->use == USE_NOT_COMPUTED)
		text_put(&advice, "compute it, or remove its declaration");
	else
		text_put(&advice, "remove it together with the code that computes it, or feed it to the model");
	add_group(context, group, group->use == USE_OUTPUT || outside || unread ? LEVEL_NOTE : LEVEL_WARNING, feature_use_text(group->use), &message, &advice);
	text_release(&message);
	text_release(&advice);
}

static NodeId check_unused(RuleContext *context, NodeId node)
{
	Group group = { node, node + 1, use_of(context, node),
		finding_suppression(context, str_text(context_node(context, node)->id)), NULL };
	EdgeIds way = {0};
	bool read = find_way(context, context_node(context, node), &way);

	group.store = read ? path_any_key(context, &way) : NULL;
	while (group.end < context->graph->nodes.len && joins(context, &group, group.end))
		group.end++;
	if (!read || group.store)
		report_unused(context, &group);
	vec_release(&way);
	return group.end;
}

/* Both lose a value in the same two functions. */
static bool same_loss(const Node *a, const Node *b)
{
	if (!a->dead_stores.len || !b->dead_stores.len)
		return false;
	const DeadStore *x = &a->dead_stores.items[0], *y = &b->dead_stores.items[0];
	return str_equal(x->site.function, y->site.function) && str_equal(x->by.function, y->by.function) &&
		str_equal(x->by.file, y->by.file);
}

/* A feature that arrives, but with an assignment on the way that does not. */
static NodeId check_overwritten(RuleContext *context, NodeId node)
{
	const Node *feature = context_node(context, node);
	Group group = { node, node + 1, USE_OVERWRITTEN, finding_suppression(context, str_text(feature->id)), NULL };
	Text message = {0}, advice = {0};

	while (group.end < context->graph->nodes.len && bitset_has(&context->fed, group.end) &&
	       follows(context_node(context, group.end - 1), context_node(context, group.end)) &&
	       same_loss(feature, context_node(context, group.end)) &&
	       same_suppression(finding_suppression(context, str_text(context_node(context, group.end)->id)), group.suppression))
		group.end++;
	put_group(&message, context, &group);
	put_dead_stores(&message, feature);
	bool last = str_empty(feature->dead_stores.items[0].by.file);
	text_put(&message, last ? " after that" : " before anything reads the first value");
	text_put(&advice, last ? "remove the assignment, or use its value" : "remove the assignment that does not arrive, or the one that overwrites it");
	add_group(context, &group, LEVEL_WARNING, "dead-store", &message, &advice);
	text_release(&message);
	text_release(&advice);
	return group.end;
}

static bool is_read(const RuleContext *context, NodeId prediction)
{
	uint32_t count;

	query_edges(&context->query, prediction, FORWARD, &count);
	return count > 0;
}

static void report_prediction(RuleContext *context, NodeId model, NodeId prediction)
{
	const Node *node = context_node(context, prediction);
	Text message = {0}, advice = {0};

	put_node(&message, node);
	text_put(&message, " has no consumer in the analysed program, unlike other outputs of ");
	put_node(&message, context_node(context, model));
	text_put(&advice, "if nothing outside reads it, drop this output, which the others were trained together with");
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "prediction", &message, &advice);
	finding_node(finding, prediction);
	finding_node(finding, model);
	if (finding && node->sites.len)
		vec_push(&finding->witness, (Step){ .site = node->sites.items[0], .note = str_intern("predicted"), .kind = DEP_DATA });
	text_release(&message);
	text_release(&advice);
}

/* Of several predictions some are read and some are not. */
static void check_predictions(RuleContext *context, NodeId model)
{
	NodeIds predictions = {0};
	uint32_t read = 0;

	query_predictions(&context->query, model, &predictions);
	for (uint32_t i = 0; i < predictions.len; i++)
		read += is_read(context, predictions.items[i]);
	for (uint32_t i = 0; i < predictions.len && read && !context_node(context, model)->is_test; i++)
		if (!is_read(context, predictions.items[i]))
			report_prediction(context, model, predictions.items[i]);
	vec_release(&predictions);
}

static bool has_models(const RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_MODEL)
			return true;
	return false;
}

/* What decides whether a model is evaluated or is the model's own, and all that leads to it, changes something. */
static void find_used(const RuleContext *context, Bitset *used)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		FeatureUse use = context_node(context, n)->use;
		if (context_node(context, n)->kind != NODE_FEATURE || (use != USE_GUARD && use != USE_WITHIN_MODEL))
			continue;
		bitset_add(used, n);
		query_reach_until(&context->query, n, BACKWARD, KIND_ALL, 1u << NODE_PREDICTION, used);
	}
}

/* Where no model is known, that no model reads a feature says nothing. */
static void run(RuleContext *context)
{
	bool models = has_models(context);
	Bitset used = {0};
	NodeId next;

	find_used(context, &used);

	for (NodeId n = 0; n < context->graph->nodes.len; n = next) {
		const Node *node = context_node(context, n);
		next = n + 1;
		if (node->kind == NODE_MODEL)
			check_predictions(context, n);
		if (node->kind != NODE_FEATURE || node_is_many(node))
			continue;
		if (!models && use_of(context, n) == USE_LOG_ONLY)
			continue;
		if (!bitset_has(&context->fed, n) && !bitset_has(&used, n))
			next = check_unused(context, n);
		else if (node->dead_stores.len)
			next = check_overwritten(context, n);
	}
	bitset_release(&used);
}

const Rule rule_unused_feature = {
	.id = "unused-feature",
	.level = LEVEL_WARNING,
	.section = "3.2",
	.summary = "a feature is computed and reaches no model",
	.help = "A feature that reaches no model is an underutilised dependency: it costs time, keeps its signals alive "
		"and can break the system without ever helping it.\n"
		"\n"
		"    f[AGE] = age;\n"
		"    f[CTR] = ctr;\n"
		"    f[CTR] = ctr * weight;        /* the first value never arrives */\n"
		"    f[LEGACY] = legacy_score();   /* beyond the two elements that are read */\n"
		"    predict(f, 2);\n"
		"\n"
		"The finding says which kind it is: never read; read only by logs, other consumers or "
		"features that reach no model; overwritten before "
		"the model reads it; beyond the model's input count; emitted under a name that no model asks for; "
		"declared and never computed. What decides whether a model is evaluated is used, and so is what a model's own code assigns. What leaves through a public interface is a note, and so are what comes in from outside and a prediction "
		"without a reader beside others of its model that have some. Elements in a row with the same fate are one "
		"finding; what a function without source gets a pointer to is hidden, and so is what is kept in a store of which "
		"models read keys that only the run knows, or is computed only by code that was not analysed.\n"
		"\n"
		"Remedy: remove the feature and what exists only for it, or feed it to the model.",
	.run = run,
};
