/*
 * Undeclared sources: data that features rest on and that nobody has named. What has no name has no owner, no
 * version and no one who thinks of the model before changing it.
 *
 *     double clock = read_sensor(3);     // neither in the manifest nor in a pack nor annotated
 *     f[0] = clock - last;
 *     predict(f, 1);                     // the model rests on it all the same
 *
 * Several are one note, with all of them as entries for the manifest, the most used first; the notes of the single ones
 * are hidden then. Memory that the program itself fills, such as the history of a filter, is no source but for its first
 * value; a signal that only decides between values of others is none either, nor is a call that could not be followed, or
 * what code out of sight may hand to a declared function that takes features: hidden.
 */
#include "graph/coverage.h"
#include "rules/rule.h"

typedef struct {
	NodeId signal;
	NodeIds features; /* that reach a model */
	NodeIds models;
	bool decides;     /* it does nothing else */
} Source;

typedef VEC(Source) SourceList;

static int source_order(const void *a, const void *b)
{
	const Source *x = a, *y = b;

	if (x->features.len != y->features.len)
		return x->features.len > y->features.len ? -1 : 1;
	return x->signal < y->signal ? -1 : x->signal > y->signal;
}

static void source_fill(const RuleContext *context, const Bitset *behind, Source *source)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		if (bitset_has(behind, n) && bitset_has(&context->fed, n))
			vec_push(&source->features, n);
		if (bitset_has(behind, n) && context_node(context, n)->kind == NODE_MODEL)
			vec_push(&source->models, n);
	}
}

static void source_add(const RuleContext *context, NodeId signal, const Bitset *valued, SourceList *list)
{
	Source source = { .signal = signal };
	Bitset behind = {0};

	coverage_rests(&context->query, signal, valued, &behind);
	source_fill(context, &behind, &source);
	source.decides = !source.features.len;
	if (source.decides) {
		query_reach(&context->query, signal, FORWARD, KIND_ALL, &behind);
		vec_clear(&source.models);
		source_fill(context, &behind, &source);
	}
	if (source.features.len)
		vec_push(list, source);
	bitset_release(&behind);
}

static void sources_collect(const RuleContext *context, SourceList *list)
{
	Bitset valued = {0};

	coverage_valued(&context->query, &valued);
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		if (context_node(context, n)->kind == NODE_SIGNAL && !context_node(context, n)->declared)
			source_add(context, n, &valued, list);
	vec_sort(list, source_order);
	bitset_release(&valued);
}

/* It stands for a call that could not be followed: unresolved-dependency tells of that, and nobody can declare it. */
static bool is_gap(const RuleContext *context, const Node *signal)
{
	bool gap = str_is(signal->name, "unknown function") || str_is(signal->name, OMITTED_ENTRIES);

	for (uint32_t i = 0; i < context->graph->coverage.unresolved.len && !gap; i++)
		gap = str_equal(context->graph->coverage.unresolved.items[i].subject, signal->name);
	return gap && signal->is_assumed;
}

/* A parameter of a function that is declared to take features or values of a store: code out of sight calls it. */
static bool is_entrance(const RuleContext *context, const Node *signal)
{
	Str bare = graph_bare_name(signal->name);
	const char *dot = strrchr(str_text(bare), '.');
	bool found = false;

	for (uint32_t i = 0; dot && i < context->roles->roles.len && !found; i++) {
		const Role *role = &context->roles->roles.items[i];
		found = (role->kind == ROLE_EMIT || role->kind == ROLE_PUT) && role->target.kind == TARGET_FUNCTION &&
			subject_match(str_text(role->target.function), str_text(str_intern_n(str_text(bare), (size_t)(dot - str_text(bare)))));
	}
	return found;
}

static bool is_open(const RuleContext *context, const Source *source)
{
	const Node *signal = context_node(context, source->signal);

	return !source->decides && !signal->kept && !is_gap(context, signal) && !is_entrance(context, signal);
}

/* The first step of an edge from SIGNAL, or NULL. */
static const Step *first_step(const RuleContext *context, NodeId signal)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, signal, FORWARD, &count);
	const Steps *steps = count ? &context->graph->edges.items[edges[0]].witness : NULL;

	return steps && steps->len ? &steps->items[0] : NULL;
}

/* The line where the signal is read calls it. */
static bool is_called(const Step *step, const char *name)
{
	const char *found = step ? strstr(str_text(step->text), name) : NULL;

	return found && found[strlen(name) + strspn(found + strlen(name), " ")] == '(';
}

/* How to declare it. A name with a dot is a parameter when code of that function reads it, else a field. */
static void put_entry(Text *text, const RuleContext *context, NodeId signal)
{
	const Node *node = context_node(context, signal);
	const char *name = str_text(node->name), *bare = str_text(graph_bare_name(node->name)), *dot = strrchr(bare, '.');
	int before = dot ? (int)(dot - bare) : 0;
	bool parameter = false;

	for (uint32_t i = 0; dot && i < node->sites.len; i++)
		parameter |= !strncmp(str_text(node->sites.items[i].function), bare, (size_t)before) &&
			str_length(node->sites.items[i].function) == (size_t)before;
	if (parameter)
		text_printf(text, "- { parameter: \"%.*s(%s)\" }", (int)(dot - name), name, dot + 1);
	else if (dot)
		text_printf(text, "- { field: \"%s\" }", name);
	else if (is_called(first_step(context, signal), name))
		text_printf(text, "- { function: \"%s\", value: return }", name);
	else
		text_printf(text, "- { global: \"%s\" }", name);
}

static void report_source(RuleContext *context, const Source *source, bool hidden)
{
	const Node *node = context_node(context, source->signal);
	Text message = {0}, advice = {0};
	EdgeIds path = {0};

	put_node(&message, node);
	text_printf(&message, " is declared nowhere and %u feature%s rest%s on it: ", source->features.len,
	            source->features.len == 1 ? "" : "s", source->features.len == 1 ? "s" : "");
	put_nodes(&message, context, &source->features, 3);
	text_put(&message, ", of ");
	put_nodes(&message, context, &source->models, 3);
	if (node->is_assumed)
		text_put(&message, "; not certain: it comes from an unknown function");
	if (node->kept)
		text_put(&message, "; it stands for what memory that the program fills holds at first");
	if (source->decides)
		text_put(&message, "; it only decides between values that come from elsewhere");
	if (is_gap(context, node)) {
		text_put(&advice, "it stands for code that could not be followed: see unresolved-dependency");
	} else {
		text_put(&advice, "declare it under signals: ");
		put_entry(&advice, context, source->signal);
	}
	Finding *finding = finding_add(context, LEVEL_NOTE, str_text(node->id), "", &message, &advice);
	query_path(&context->query, source->signal, source->features.items[0], KIND_ALL, 0, &path);
	finding_node(finding, source->signal);
	for (uint32_t i = 0; i < source->features.len; i++)
		finding_node(finding, source->features.items[i]);
	finding_path(context, finding, &path);
	if (finding)
		finding->hidden = hidden || node->is_test;
	vec_release(&path);
	text_release(&message);
	text_release(&advice);
}

static void report_all(RuleContext *context, const SourceList *list)
{
	Text message = {0}, advice = {0};

	text_printf(&message, "%u undeclared source%s feed%s the models: ", list->len, list->len == 1 ? "" : "s",
	            list->len == 1 ? "s" : "");
	text_put(&advice, "paste into the manifest, most used first:\nsignals:");
	for (uint32_t i = 0; i < list->len; i++) {
		if (i < 8)
			text_printf(&message, "%s%s", i ? ", " : "", str_text(context_node(context, list->items[i].signal)->id));
		text_put(&advice, "\n  ");
		put_entry(&advice, context, list->items[i].signal);
	}
	if (list->len > 8)
		text_printf(&message, " and %u more", list->len - 8);
	Finding *finding = finding_add(context, LEVEL_NOTE, "signals", "", &message, &advice);
	for (uint32_t i = 0; i < list->len; i++) {
		finding_node(finding, list->items[i].signal);
		finding_part(context, finding, str_text(context_node(context, list->items[i].signal)->id), "");
	}
	for (uint32_t i = finding ? list->len : 0; i-- > 0;) {
		const Step *step = first_step(context, list->items[i].signal);
		if (step)
			vec_push(&finding->witness, *step);
	}
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	SourceList list = {0}, open = {0};

	sources_collect(context, &list);
	for (uint32_t i = 0; i < list.len; i++)
		if (is_open(context, &list.items[i]) &&
		    !finding_suppression(context, str_text(context_node(context, list.items[i].signal)->id)))
			vec_push(&open, list.items[i]);
	for (uint32_t i = 0; i < list.len; i++)
		report_source(context, &list.items[i], open.len > 1 || !is_open(context, &list.items[i]));
	if (open.len > 1)
		report_all(context, &open);
	for (uint32_t i = 0; i < list.len; i++) {
		vec_release(&list.items[i].features);
		vec_release(&list.items[i].models);
	}
	vec_release(&list);
	vec_release(&open);
}

const Rule rule_undeclared_source = {
	.id = "undeclared-source",
	.level = LEVEL_NOTE,
	.section = "3.3",
	.summary = "a feature rests on data that is declared nowhere",
	.help = "Data that features rest on without a declaration has no owner and no version, and whoever changes it "
		"does not know of the model. Once all sources are declared, the tree of dependencies is fully resolved.\n"
		"\n"
		"    double clock = read_sensor(3);   /* in no manifest, pack or annotation */\n"
		"    f[0] = clock - last;\n"
		"    predict(f, 1);\n"
		"\n"
		"Several sources are one note, the most used first, ready to paste; `--all` shows where each is used. Memory "
		"that the program fills itself (the history of a filter) is a source only for its first value, and a signal "
		"that only decides between values of others (a limit, a mode) none of what the feature is made of: hidden.\n"
		"\n"
		"Remedy: declare the signal in the manifest or annotate it in the source.",
	.run = run,
};
