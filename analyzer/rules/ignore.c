/*
 * A comment is about the places of what a finding is about: all assignments of a feature, the calls of a model. Findings
 * about nothing in the graph, such as code that never runs, have only the place that is shown.
 */
#include "rules/ignore.h"

static bool is_about(const Suppression *s, const Site *site)
{
	uint32_t last = s->alone ? s->last + 1 : s->last;

	return s->in_source && site->line >= s->line && site->line <= last && str_equal(site->file, s->file);
}

bool ignore_covers(const Suppression *s, const Node *node)
{
	for (uint32_t i = 0; i < node->sites.len; i++)
		if (is_about(s, &node->sites.items[i]))
			return true;
	for (uint32_t i = 0; i < node->dead_stores.len; i++)
		if (is_about(s, &node->dead_stores.items[i].site))
			return true;
	return false;
}

static bool covers_all(const Graph *graph, const Suppression *s, const NodeIds *nodes)
{
	for (uint32_t i = 0; i < nodes->len; i++)
		if (!ignore_covers(s, &graph->nodes.items[nodes->items[i]]))
			return false;
	return nodes->len > 0;
}

static bool applies(const RuleContext *context, const Suppression *s, const Finding *finding)
{
	NodeId subject = map_get_or(&context->graph->by_id, finding->subject.i, NONE);

	if (!str_equal(s->rule, finding->rule) || !suppression_counts(context, s))
		return false;
	if (subject != NONE && ignore_covers(s, &context->graph->nodes.items[subject]))
		return true;
	if (subject == NONE && finding->parts.len)
		return covers_all(context->graph, s, &finding->nodes);
	return finding->witness.len && is_about(s, &vec_last(&finding->witness)->site);
}

void ignores_apply(RuleContext *context)
{
	for (uint32_t i = 0; i < context->roles->suppressions.len; i++) {
		const Suppression *s = &context->roles->suppressions.items[i];
		for (uint32_t k = 0; s->in_source && k < context->graph->findings.len; k++) {
			Finding *finding = &context->graph->findings.items[k];
			if (!applies(context, s, finding))
				continue;
			context->suppressions[i]++;
			if (finding->suppressed)
				continue;
			finding->suppressed = finding->suppressed_in_source = true;
			finding->suppression = s->reason;
		}
	}
}
