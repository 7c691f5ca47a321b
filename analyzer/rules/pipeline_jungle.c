/*
 * Pipeline jungles: the way from the raw data to a model has grown so long, through so many functions, files and
 * intermediate stores, that nobody can follow a value any more.
 *
 *     raw = load(path);  clean(raw);  join(raw, users);  write_csv(tmp, raw);
 *     rows = read_csv(tmp);  aggregate(rows);  scale(rows);  fill(f, rows);
 *     predict(f, N);
 *
 * How long is too long is said by the manifest, else by the other models of the project.
 */
#include "graph/graph_complete.h"
#include "rules/rule.h"

enum { DEFAULT_STEPS = 60, DEFAULT_FUNCTIONS = 25, DEFAULT_FILES = 10, DEFAULT_MODULES = 4, DEFAULT_STORES = 3,
	DEFAULT_SOURCES = 2 };

typedef struct {
	NodeId model;
	EdgeIds longest;           /* the longest of the shortest ways of its signals */
	int64_t number[LIMIT_COUNT];
	NodeId joins;              /* the feature that joins most sources */
} Jungle;

typedef VEC(Jungle) Jungles;

/* Fewer models are no distribution. */
enum { MIN_MODELS = 5, FEW = 10, FUNCTIONS_SHOWN = 12 };

static const struct { Limit limit; int64_t value; const char *text; } limits[] = {
	{ LIMIT_STEPS, DEFAULT_STEPS, "steps on the longest way" },
	{ LIMIT_FUNCTIONS, DEFAULT_FUNCTIONS, "functions" },
	{ LIMIT_FILES, DEFAULT_FILES, "files" },
	{ LIMIT_MODULES, DEFAULT_MODULES, "modules" },
	{ LIMIT_STORES, DEFAULT_STORES, "stores in between" },
	{ LIMIT_SOURCES, DEFAULT_SOURCES, "sources joined in one feature" },
};

static void count_places(const RuleContext *context, const Bitset *slice, Jungle *jungle)
{
	Map functions = {0}, files = {0}, modules = {0};

	for (EdgeId e = 0; e < context->graph->edges.len; e++) {
		const Edge *edge = &context->graph->edges.items[e];
		if ((!bitset_has(slice, edge->to) && edge->to != jungle->model) || !bitset_has(slice, edge->from))
			continue;
		for (uint32_t i = 0; i < edge->witness.len; i++) {
			map_put(&functions, edge->witness.items[i].site.function.i, 1);
			if (!map_put(&files, edge->witness.items[i].site.file.i, 1))
				continue;
			const ModuleRule *module = module_of_file(context->roles, edge->witness.items[i].site.file);
			if (module)
				map_put(&modules, module->name.i, 1);
		}
	}
	jungle->number[LIMIT_FUNCTIONS] = functions.len;
	jungle->number[LIMIT_FILES] = files.len;
	jungle->number[LIMIT_MODULES] = modules.len;
	map_release(&functions);
	map_release(&files);
	map_release(&modules);
}

static int64_t path_steps(const RuleContext *context, const EdgeIds *path)
{
	int64_t steps = 0;

	for (uint32_t i = 0; i < path->len; i++)
		steps += context->graph->edges.items[path->items[i]].witness.len;
	return steps;
}

static void measure_way(const RuleContext *context, NodeId signal, Jungle *jungle)
{
	EdgeIds path = {0};

	query_path(&context->query, signal, jungle->model, KIND_VALUE, 1u << NODE_MODEL, &path);
	int64_t steps = path_steps(context, &path);
	if (steps > jungle->number[LIMIT_STEPS]) {
		EdgeIds shorter = jungle->longest;
		jungle->longest = path;
		path = shorter;
		jungle->number[LIMIT_STEPS] = steps;
	}
	vec_release(&path);
}

/* Who a signal comes from: its owner, else its module, else the file that reads it. */
static Str source_of(const Node *signal)
{
	if (!str_empty(signal->owner))
		return signal->owner;
	if (!str_empty(signal->module))
		return signal->module;
	return signal->sites.len ? signal->sites.items[0].file : signal->name;
}

static void count_sources(const RuleContext *context, NodeId feature, Jungle *jungle)
{
	Bitset before = {0};
	Map sources = {0};

	query_reach_until(&context->query, feature, BACKWARD, KIND_VALUE, 1u << NODE_MODEL, &before);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_SIGNAL && !context_node(context, n)->kept && bitset_has(&before, n))
			map_put(&sources, source_of(context_node(context, n)).i, 1);
	if (sources.len > jungle->number[LIMIT_SOURCES]) {
		jungle->number[LIMIT_SOURCES] = sources.len;
		jungle->joins = feature;
	}
	bitset_release(&before);
	map_release(&sources);
}

static void measure(const RuleContext *context, Jungle *jungle)
{
	Bitset slice = {0};
	NodeIds inputs = {0};
	Map stores = {0};

	query_reach_until(&context->query, jungle->model, BACKWARD, KIND_VALUE, 1u << NODE_MODEL, &slice);
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		NodeKind kind = context_node(context, n)->kind;
		if (!bitset_has(&slice, n))
			continue;
		const char *name = str_text(context_node(context, n)->name);
		if (kind == NODE_STORE)
			map_put(&stores, str_intern_n(name, strcspn(name, "[")).i, 1);
		if (kind == NODE_SIGNAL)
			measure_way(context, n, jungle);
	}
	jungle->number[LIMIT_STORES] = stores.len;
	map_release(&stores);
	count_places(context, &slice, jungle);
	query_features(&context->query, jungle->model, &inputs);
	for (uint32_t i = 0; i < inputs.len; i++)
		count_sources(context, inputs.items[i], jungle);
	vec_release(&inputs);
	bitset_release(&slice);
}

/* The functions that the longest way leads through, each after the one before. */
static void put_functions(Text *text, const RuleContext *context, const EdgeIds *path)
{
	Str last = {0};
	uint32_t shown = 0, more = 0;

	for (uint32_t i = 0; i < path->len; i++) {
		const Steps *steps = &context->graph->edges.items[path->items[i]].witness;
		for (uint32_t k = 0; k < steps->len; k++) {
			Str function = steps->items[k].site.function;
			if (str_empty(function) || str_equal(function, last))
				continue;
			last = function;
			if (shown < FUNCTIONS_SHOWN)
				text_printf(text, "%s%s", shown++ ? " → " : ", in ", str_text(function));
			else
				more++;
		}
	}
	if (more)
		text_printf(text, " and %u more", more);
}

static int number_order(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* What is usual for the models of this project: their upper quartile and half as much again as lies between the
   quartiles; INT64_MAX when there are too few of them to say. */
static int64_t usual(const Jungles *jungles, Limit limit)
{
	VEC(int64_t) numbers = {0};
	int64_t fence = INT64_MAX;

	for (uint32_t i = 0; i < jungles->len; i++)
		vec_push(&numbers, jungles->items[i].number[limit]);
	vec_sort(&numbers, number_order);
	if (numbers.len >= MIN_MODELS) {
		int64_t low = numbers.items[numbers.len / 4], high = numbers.items[numbers.len * 3 / 4];
		fence = high + (high - low) * 3 / 2;
	}
	vec_release(&numbers);
	return fence;
}

/* The manifest's limit, else what is usual in this project where that says something, else the default. Where ways are
   short, more than usual is still not much: half of a default is the least that counts. */
static int64_t limit_of(const RuleContext *context, const Jungles *jungles, size_t i, bool *is_usual)
{
	int64_t set = rule_limit(context, limits[i].limit, 0), common = usual(jungles, limits[i].limit);
	int64_t least = limits[i].value < FEW ? limits[i].value : limits[i].value / 2;

	*is_usual = !set && common != INT64_MAX && common >= least;
	if (set)
		return set;
	return common == INT64_MAX ? limits[i].value : *is_usual ? common : least;
}

static void report(RuleContext *context, const Jungles *jungles, const Jungle *jungle)
{
	const Node *model = context_node(context, jungle->model);
	Text message = {0}, advice = {0};
	bool over = false, far = false;

	put_node(&message, model);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		bool is_usual;
		int64_t limit = limit_of(context, jungles, i, &is_usual), number = jungle->number[limits[i].limit];
		if (number <= limit)
			continue;
		text_printf(&message, "%s %lld %s (%s %lld)", over ? "," : " is reached through", (long long)number,
		            limits[i].text, is_usual ? "usual here: up to" : "limit", (long long)limit);
		over = true;
		far |= number > 2 * limit || is_usual;
	}
	if (jungle->joins != NONE && jungle->number[LIMIT_SOURCES] > 2)
		text_printf(&message, "; most sources meet in %s", str_text(context_node(context, jungle->joins)->id));
	if (jungle->longest.len) {
		text_put(&message, "; the longest way: ");
		put_path(&message, context, &jungle->longest);
		put_functions(&message, context, &jungle->longest);
		put_certainty(&message, context, &jungle->longest);
	}
	text_put(&advice, "redesign the way from the collection of the data on, instead of adding one more step");
	Finding *finding = over ? finding_add(context, far ? LEVEL_WARNING : LEVEL_NOTE, str_text(model->id), "", &message,
	                                      &advice) : NULL;
	finding_node(finding, jungle->model);
	finding_path(context, finding, &jungle->longest);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	Jungles jungles = {0};

	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		Jungle jungle = { .model = n, .joins = NONE };
		if (context_node(context, n)->kind != NODE_MODEL || context_node(context, n)->is_test)
			continue;
		measure(context, &jungle);
		vec_push(&jungles, jungle);
	}
	for (uint32_t i = 0; i < jungles.len; i++)
		report(context, &jungles, &jungles.items[i]);
	for (uint32_t i = 0; i < jungles.len; i++)
		vec_release(&jungles.items[i].longest);
	vec_release(&jungles);
}

const Rule rule_pipeline_jungle = {
	.id = "pipeline-jungle",
	.level = LEVEL_NOTE,
	.section = "5.2",
	.summary = "the way from the raw data to a model is too long to follow",
	.help = "Pipelines for data grow one step at a time: one more join, one more intermediate file. In the end nobody "
		"can tell what a feature is made of, and every change needs a test from end to end.\n"
		"\n"
		"    raw = load(path);  clean(raw);  join(raw, users);  write_csv(tmp, raw);\n"
		"    rows = read_csv(tmp);  aggregate(rows);  scale(rows);  fill(f, rows);\n"
		"    predict(f, N);\n"
		"\n"
		"Counted for each model: steps on the longest way of a signal, functions, files and declared modules that its "
		"slice crosses, "
		"stores in between, and sources joined in one feature: three are too many. The limits are `steps`, "
		"`functions`, `files`, `modules`, `stores` and `sources` in the manifest. A project with five models or more sets them itself: what is above the "
		"upper quartile by more than half of what lies between the quartiles is an outlier, if it is many at all. Outliers "
		"and twice a limit are warnings.\n"
		"\n"
		"Remedy: design the collection and the extraction of features as a whole, from scratch if need be.",
	.run = run,
};
