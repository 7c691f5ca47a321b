/*
 * Unstable data dependencies: a signal whose meaning changes without the model's owners having a say. An improvement
 * there can be a disaster here.
 *
 *     signals:
 *       - { function: spam_score, value: return, owner: mail-team, unstable: true }
 *
 *     f[SPAM] = spam_score(message);     // changes whenever the mail team likes
 *     predict(f, N);
 *
 * Reasons: marked unstable; owned by another team than the model; the contents of a table that is filled at run time and
 * that another, declared signal is looked up in; a prediction of another model, which is hidden here since
 * correction-cascade shows it.
 */
#include "rules/feed.h"

static const Node *foreign_model(const RuleContext *context, const Feed *feed)
{
	const Node *source = context_node(context, feed->source);

	for (uint32_t i = 0; i < feed->models.len && !str_empty(source->owner); i++) {
		const Node *model = context_node(context, feed->models.items[i]);
		if (!str_empty(model->owner) && !str_equal(model->owner, source->owner))
			return model;
	}
	return NULL;
}

static void report(RuleContext *context, const Feed *feed, const char *key, const Node *model)
{
	const Node *source = context_node(context, feed->source);
	Text message = {0}, advice = {0};

	put_node(&message, source);
	if (source->kind == NODE_PREDICTION)
		text_put(&message, " is the prediction of another model");
	else if (source->unstable)
		text_put(&message, " is marked unstable");
	if (model)
		text_printf(&message, "%s %s and not to %s, the owner of %s",
		            source->unstable || source->kind == NODE_PREDICTION ? ", belongs to" : " belongs to",
		            str_text(source->owner), str_text(model->owner), str_text(model->id));
	text_put(&message, "; it feeds ");
	put_feed(&message, context, feed);
	text_put(&advice, "read a frozen, versioned copy, and move to the next version on purpose");
	Finding *finding = feed_report(context, LEVEL_WARNING, feed, key, &message, &advice);
	if (finding)
		finding->hidden |= source->kind == NODE_PREDICTION;
	text_release(&message);
	text_release(&advice);
}

typedef struct { EdgeId contents, index; } Lookup;

static bool has_step(const Edge *edge, const Site *site, DepKind kind)
{
	for (uint32_t i = 0; i < edge->witness.len; i++) {
		const Step *step = &edge->witness.items[i];
		if (step->kind == kind && step->site.line == site->line && str_equal(step->site.file, site->file) &&
		    str_equal(step->site.function, site->function))
			return true;
	}
	return false;
}

/* The edge with which a declared signal that is not EDGE's source chooses the element that EDGE loads at SITE; or NONE.
   An index nobody declared is most often where the program is in a buffer of its own. */
static EdgeId find_index(const RuleContext *context, const Edge *edge, const Site *site)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, edge->to, BACKWARD, &count);

	for (uint32_t i = 0; i < count; i++) {
		const Edge *index = &context->graph->edges.items[edges[i]];
		bool other = index->from != edge->from && context_node(context, index->from)->declared;
		if (index->kind == DEP_INDEX && other && has_step(index, site, DEP_INDEX))
			return edges[i];
	}
	return NONE;
}

/* EDGE loads in step AT what another function has filled in: a table, not data that is read where it lies. */
static bool is_load(const Edge *edge, uint32_t at)
{
	const Step *step = &edge->witness.items[at], *first = &edge->witness.items[0];

	return str_is(step->note, "loaded") && !str_equal(first->site.function, step->site.function);
}

/* Where SIGNAL is the contents of a table and another signal the index. */
static bool find_lookup(const RuleContext *context, NodeId signal, Lookup *lookup)
{
	uint32_t count;
	const EdgeId *edges = query_edges(&context->query, signal, FORWARD, &count);

	for (uint32_t i = 0; i < count; i++) {
		const Edge *edge = &context->graph->edges.items[edges[i]];
		bool fed = edge->kind == DEP_DATA && bitset_has(&context->fed, edge->to);
		for (uint32_t k = 0; fed && k < edge->witness.len; k++) {
			EdgeId index = is_load(edge, k) ? find_index(context, edge, &edge->witness.items[k].site) : NONE;
			if (index == NONE)
				continue;
			*lookup = (Lookup){ edges[i], index };
			return true;
		}
	}
	return false;
}

static void report_table(RuleContext *context, const Feed *feed, const Lookup *lookup)
{
	const Edge *index = &context->graph->edges.items[lookup->index];
	const Node *source = context_node(context, feed->source);
	Text message = {0}, advice = {0};

	put_node(&message, source);
	text_printf(&message, " fills a table at run time in which %s is looked up",
	            str_text(context_node(context, index->from)->id));
	for (uint32_t i = index->witness.len; i-- > 0;)
		if (index->witness.items[i].kind == DEP_INDEX) {
			text_put(&message, " at ");
			put_site(&message, &index->witness.items[i].site);
			break;
		}
	text_put(&message, "; it feeds ");
	put_feed(&message, context, feed);
	text_put(&advice, "give the table a version and freeze it, as the weights of the model are frozen");
	feed_report(context, LEVEL_WARNING, feed, "table", &message, &advice);
	text_release(&message);
	text_release(&advice);
}

/* The model of a prediction is no other model. */
static void drop_own(const RuleContext *context, Feed *feed)
{
	NodeId own = query_model(&context->query, feed->source);
	uint32_t kept = 0;

	for (uint32_t i = 0; i < feed->models.len; i++)
		if (feed->models.items[i] != own)
			feed->models.items[kept++] = feed->models.items[i];
	feed->models.len = kept;
}

static void run(RuleContext *context)
{
	for (NodeId n = 0; n < context->graph->nodes.len; n++) {
		const Node *node = context_node(context, n);
		bool prediction = node->kind == NODE_PREDICTION;
		Feed feed;
		Lookup lookup;
		if ((node->kind != NODE_SIGNAL && !prediction) || !str_empty(node->version))
			continue;
		feed_find(context, n, KIND_VALUE, &feed);
		if (prediction)
			drop_own(context, &feed);
		const Node *foreign = foreign_model(context, &feed);
		if (feed.models.len && !node->from_pack && (prediction || node->unstable || foreign))
			report(context, &feed, prediction ? "prediction" : node->unstable ? "unstable" : "owner", foreign);
		else if (feed.models.len && !prediction && find_lookup(context, n, &lookup))
			report_table(context, &feed, &lookup);
		feed_release(&feed);
	}
}

const Rule rule_unstable_dependency = {
	.id = "unstable-dependency",
	.level = LEVEL_WARNING,
	.section = "3.1",
	.summary = "a model rests on a signal that can change under it",
	.help = "Some inputs change over time: another model that is trained anew, a table that is computed from data, a "
		"service that another team improves. An improvement there can be a disaster for a model that was "
		"calibrated on the old values.\n"
		"\n"
		"    signals:\n"
		"      - { function: spam_score, value: return, owner: mail-team, unstable: true }\n"
		"\n"
		"    f[SPAM] = spam_score(message);\n"
		"    predict(f, N);\n"
		"\n"
		"A signal counts when it is marked unstable, has another owner than the model, or is what a table is filled "
		"with at run time in which another, declared signal is looked up, and has no version. Predictions of other models "
		"are shown by correction-cascade and are hidden here.\n"
		"\n"
		"Remedy: use a versioned copy that stays frozen until you move on, and budget for its staleness.",
	.run = run,
};
