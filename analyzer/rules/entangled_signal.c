/*
 * Entanglement ("changing anything changes everything"): one signal feeds several models, so no change of it stays
 * where it was made.
 *
 *     f[0] = profile->age;  predict_click(f, N);
 *     g[0] = profile->age;  predict_fraud(g, M);     // who changes `age` changes both
 *
 * Signals that feed the same models are one note. More models than the limit, or models of several owners, are a
 * warning for each signal.
 */
#include "rules/feed.h"

enum { DEFAULT_MODELS = 3 };

typedef struct {
	Feed feed;
	bool told; /* part of a note already */
} Shared;

typedef VEC(Shared) SharedList;

static void shared_collect(const RuleContext *context, SharedList *list)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		Shared shared = {0};
		if (context_node(context, n)->kind != NODE_SIGNAL || context_node(context, n)->is_test)
			continue;
		feed_find(context, n, KIND_VALUE, &shared.feed);
		if (shared.feed.models.len > 1)
			vec_push(list, shared);
		else
			feed_release(&shared.feed);
	}
}

static bool owners_differ(const RuleContext *context, const NodeIds *models)
{
	Str owner = {0};

	for (uint32_t i = 0; i < models->len; i++) {
		Str other = context_node(context, models->items[i])->owner;
		if (str_empty(other))
			continue;
		if (!str_empty(owner) && !str_equal(owner, other))
			return true;
		owner = other;
	}
	return false;
}

/* "model:a: feature:x; model:b: feature:y, feature:z": one row of the matrix. */
static void put_row(Text *text, const RuleContext *context, const Feed *feed)
{
	for (uint32_t i = 0; i < feed->models.len && i < 4; i++) {
		NodeIds inputs = {0}, own = {0};
		query_features(&context->query, feed->models.items[i], &inputs);
		for (uint32_t k = 0; k < feed->features.len; k++)
			for (uint32_t j = 0; j < inputs.len; j++)
				if (inputs.items[j] == feed->features.items[k])
					vec_push(&own, inputs.items[j]);
		text_printf(text, "%s%s", i ? "; " : "", str_text(context_node(context, feed->models.items[i])->id));
		text_put(text, own.len ? " by " : "");
		put_nodes(text, context, &own, 2);
		vec_release(&inputs);
		vec_release(&own);
	}
	if (feed->models.len > 4)
		text_printf(text, "; and %u more models", feed->models.len - 4);
}

static void report_warning(RuleContext *context, const Shared *shared, bool owners)
{
	const Feed *feed = &shared->feed;
	Text message = {0}, advice = {0};

	put_node(&message, context_node(context, feed->source));
	text_printf(&message, " feeds %u models%s: ", feed->models.len, owners ? " of different owners" : "");
	put_row(&message, context, feed);
	text_put(&message, "; ");
	put_blast(&message, context, feed->source);
	text_put(&advice, "isolate the models, or watch the predictions of all of them by slice whenever it changes");
	feed_report(context, LEVEL_WARNING, feed, "", &message, &advice);
	text_release(&message);
	text_release(&advice);
}

static bool same_models(const Feed *a, const Feed *b)
{
	return a->models.len == b->models.len &&
		!memcmp(a->models.items, b->models.items, a->models.len * sizeof *a->models.items);
}

/* One note for all signals that feed the same models as LIST[AT]. */
static void report_note(RuleContext *context, SharedList *list, uint32_t at)
{
	const Feed *feed = &list->items[at].feed;
	Text message = {0}, advice = {0}, subject = {0};
	NodeIds signals = {0};

	for (uint32_t i = at; i < list->len; i++)
		if (!list->items[i].told && same_models(feed, &list->items[i].feed)) {
			list->items[i].told = true;
			vec_push(&signals, list->items[i].feed.source);
		}
	for (uint32_t i = 0; i < feed->models.len; i++)
		text_printf(&subject, "%s%s", i ? " + " : "", str_text(context_node(context, feed->models.items[i])->id));
	put_nodes(&message, context, &feed->models, 4);
	text_printf(&message, " share %u signal%s: ", signals.len, signals.len == 1 ? "" : "s");
	put_nodes(&message, context, &signals, 6);
	text_put(&advice, "a change of a shared signal is a change of every model that is listed: test them together");
	Finding *finding = finding_add(context, LEVEL_NOTE, text_data(&subject), "", &message, &advice);
	for (uint32_t i = 0; i < signals.len; i++) {
		finding_node(finding, signals.items[i]);
		if (finding)
			finding_suppress(context, finding, str_text(context_node(context, signals.items[i])->id));
	}
	for (uint32_t i = 0; i < feed->models.len; i++) {
		EdgeIds path = {0};
		finding_node(finding, feed->models.items[i]);
		if (i < 2 && feed_path(context, feed, feed->models.items[i], &path))
			finding_path(context, finding, &path);
		vec_release(&path);
	}
	vec_release(&signals);
	text_release(&message);
	text_release(&advice);
	text_release(&subject);
}

static void run(RuleContext *context)
{
	int64_t limit = rule_limit(context, LIMIT_MODELS, DEFAULT_MODELS);
	SharedList list = {0};

	shared_collect(context, &list);
	for (uint32_t i = 0; i < list.len; i++) {
		bool owners = owners_differ(context, &list.items[i].feed.models);
		if (!owners && list.items[i].feed.models.len <= limit)
			continue;
		list.items[i].told = true;
		report_warning(context, &list.items[i], owners);
	}
	for (uint32_t i = 0; i < list.len; i++)
		if (!list.items[i].told)
			report_note(context, &list, i);
	for (uint32_t i = 0; i < list.len; i++)
		feed_release(&list.items[i].feed);
	vec_release(&list);
}

const Rule rule_entangled_signal = {
	.id = "entangled-signal",
	.level = LEVEL_WARNING,
	.section = "2.1",
	.summary = "one signal feeds several models",
	.help = "No input of a model is independent of the others: changing anything changes everything. A signal that "
		"several models share couples the models as well.\n"
		"\n"
		"    f[0] = profile->age;  predict_click(f, N);\n"
		"    g[0] = profile->age;  predict_fraud(g, M);   /* who changes `age` changes both */\n"
		"\n"
		"A signal of more than `models` models (3 unless the manifest says otherwise), or of models with different "
		"owners, is a warning; signals shared by fewer are one note for each set of models.\n"
		"\n"
		"Remedy: isolate the models, and watch the predictions of all of them, by slice, when the signal changes.",
	.run = run,
};
