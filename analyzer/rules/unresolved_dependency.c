/*
 * Unresolved dependencies: code that could not be analysed lies on a way into a model, so the features behind it may
 * rest on more than is shown. Nothing is dropped in silence: each such place is a note, ranked by what is behind it; the
 * functions that one function calls and that were too large to be followed are one.
 *
 *     extractor fn = plugins[name_hash(name)];   // a pointer that comes from outside
 *     f[3] = fn(row);                            // rests on whatever it calls
 *     predict(f, 4);
 */
#include "rules/rule.h"

/* The limits of the engine are one cause for all that a function calls. */
static bool same_cause(const Unresolved *a, const Unresolved *b)
{
	return str_equal(a->what, b->what) && (unresolved_is_limit(a->what) || str_equal(a->subject, b->subject)) &&
		str_equal(a->site.function, b->site.function);
}

static int cause_order(const void *a, const void *b)
{
	const Unresolved *x = a, *y = b;
	int order = str_compare(x->site.function, y->site.function);

	order = order ? order : str_compare(x->what, y->what);
	order = order ? order : str_compare(x->subject, y->subject);
	if (order)
		return order;
	if (x->features != y->features)
		return x->features > y->features ? -1 : 1;
	return x->site.line < y->site.line ? -1 : x->site.line > y->site.line;
}

typedef struct {
	Unresolved first;  /* the place with the most features behind it */
	Sites places;
	uint32_t features; /* behind all of them */
} Cause;

typedef VEC(Cause) Causes;

static int rank_order(const void *a, const void *b)
{
	const Cause *x = a, *y = b;

	if (x->features != y->features)
		return x->features > y->features ? -1 : 1;
	return cause_order(&x->first, &y->first);
}

/* Which edges pass each of the places in doubt: unresolved, or out of something unknown, with a step there. */
typedef struct {
	Map index;          /* site_key → index in at */
	VEC(EdgeIds) at;    /* in the order of the edges */
} Passing;

static void passing_find(const RuleContext *context, Passing *passing)
{
	const Graph *graph = context->graph;

	for (uint32_t i = 0; i < graph->coverage.unresolved.len; i++) {
		uint64_t key = site_key(&graph->coverage.unresolved.items[i].site);
		if (map_get(&passing->index, key, NULL))
			continue;
		map_put(&passing->index, key, passing->at.len);
		vec_add(&passing->at);
	}
	for (EdgeId e = 0; e < graph->edges.len; e++) {
		const Edge *edge = &graph->edges.items[e];
		bool doubtful = edge->unresolved || context_node(context, edge->from)->is_assumed;
		for (uint32_t i = 0; doubtful && i < edge->witness.len; i++) {
			uint32_t at = map_get_or(&passing->index, site_key(&edge->witness.items[i].site), NONE);
			EdgeIds *edges = at == NONE ? NULL : &passing->at.items[at];
			if (edges && (!edges->len || *vec_last(edges) != e))
				vec_push(edges, e);
		}
	}
}

static const EdgeIds *passing_at(const Passing *passing, const Site *site)
{
	return &passing->at.items[map_get_or(&passing->index, site_key(site), NONE)];
}

static void passing_release(Passing *passing)
{
	for (uint32_t i = 0; i < passing->at.len; i++)
		vec_release(&passing->at.items[i]);
	vec_release(&passing->at);
	map_release(&passing->index);
}

static void count_features(const RuleContext *context, const Passing *passing, Cause *cause)
{
	Bitset behind = {0};

	for (uint32_t i = 0; i < cause->places.len; i++) {
		const EdgeIds *edges = passing_at(passing, &cause->places.items[i]);
		for (uint32_t k = 0; k < edges->len; k++) {
			NodeId to = context->graph->edges.items[edges->items[k]].to;
			if (bitset_add(&behind, to))
				query_reach(&context->query, to, FORWARD, KIND_ALL, &behind);
		}
	}
	for (NodeId n = 0; n < context->graph->nodes.len; n++)
		cause->features += bitset_has(&behind, n) && bitset_has(&context->fed, n);
	bitset_release(&behind);
}

static void causes_collect(const RuleContext *context, const Passing *passing, Causes *causes)
{
	VEC(Unresolved) places = {0};

	for (uint32_t i = 0; i < context->graph->coverage.unresolved.len; i++)
		if (context->graph->coverage.unresolved.items[i].features)
			vec_push(&places, context->graph->coverage.unresolved.items[i]);
	vec_sort(&places, cause_order);
	for (uint32_t i = 0; i < places.len; i++) {
		if (!causes->len || !same_cause(&vec_last(causes)->first, &places.items[i]))
			vec_push(causes, (Cause){ .first = places.items[i] });
		Cause *cause = vec_last(causes);
		if (places.items[i].features > cause->first.features)
			cause->first = places.items[i];
		vec_push(&cause->places, places.items[i].site);
	}
	for (uint32_t i = 0; i < causes->len; i++) {
		Cause *cause = &causes->items[i];
		cause->features = cause->first.features;
		if (cause->places.len > 1) {
			cause->features = 0;
			count_features(context, passing, cause);
		}
	}
	vec_sort(causes, rank_order);
	vec_release(&places);
}

static void put_cause(Text *text, const Unresolved *place)
{
	text_put(text, str_text(place->what));
	if (!str_empty(place->subject))
		text_printf(text, " \"%s\"", str_text(place->subject));
}

static void report(RuleContext *context, const Passing *passing, const Cause *cause)
{
	const Unresolved *place = &cause->first;
	const Coverage *coverage = &context->graph->coverage;
	const EdgeIds *edges = passing_at(passing, &place->site);
	EdgeId edge = edges->len ? edges->items[0] : NONE;
	Text subject = {0}, message = {0}, advice = {0};

	text_printf(&subject, "%s: ", str_text(str_empty(place->site.function) ? place->site.file : place->site.function));
	if (unresolved_is_limit(place->what))
		text_put(&subject, str_text(place->what));
	else
		put_cause(&subject, place);
	put_cause(&message, place);
	text_put(&message, " at ");
	put_site(&message, &place->site);
	if (!str_empty(place->site.function))
		text_printf(&message, " in %s", str_text(place->site.function));
	if (cause->places.len > 1)
		text_printf(&message, " and %u more place%s there", cause->places.len - 1, cause->places.len == 2 ? "" : "s");
	text_printf(&message, " could not be resolved: %u feature%s behind it; %u of %u features are fully resolved",
	            cause->features, cause->features == 1 ? " is" : "s are", coverage->features_resolved,
	            coverage->features);
	text_put(&advice, "tell featdep what it does: a C stub, a row in a pack or the manifest, or a type that is "
	         "visible here");
	Finding *finding = finding_add(context, LEVEL_NOTE, text_data(&subject), "", &message, &advice);
	if (finding && edge != NONE) {
		EdgeIds path = {0};
		vec_push(&path, edge);
		finding_node(finding, query_end(&context->query, edge, BACKWARD));
		finding_node(finding, query_end(&context->query, edge, FORWARD));
		finding_path(context, finding, &path);
		vec_release(&path);
	} else if (finding) {
		vec_push(&finding->witness, (Step){ .site = place->site, .note = place->what, .kind = DEP_DATA });
	}
	text_release(&subject);
	text_release(&message);
	text_release(&advice);
}

static void run(RuleContext *context)
{
	Causes causes = {0};
	Passing passing = {0};

	passing_find(context, &passing);
	causes_collect(context, &passing, &causes);
	for (uint32_t i = 0; i < causes.len; i++)
		report(context, &passing, &causes.items[i]);
	passing_release(&passing);
	for (uint32_t i = 0; i < causes.len; i++)
		vec_release(&causes.items[i].places);
	vec_release(&causes);
}

const Rule rule_unresolved_dependency = {
	.id = "unresolved-dependency",
	.level = LEVEL_NOTE,
	.section = "3.3",
	.summary = "code that could not be analysed lies on a way into a model",
	.help = "A call through an unknown pointer, inline assembly, an unparsed unit: the features behind it may rest on "
		"more than is shown. The places are ranked by the number of features behind them, so that the first ones "
		"are worth most.\n"
		"\n"
		"    extractor fn = plugins[hash(name)];   /* a pointer from outside the program */\n"
		"    f[3] = fn(row);                       /* rests on whatever it calls */\n"
		"    predict(f, 4);\n"
		"\n"
		"Remedy: add a stub, a pack row or a type, so that the tree of dependencies is fully resolved.",
	.run = run,
};
