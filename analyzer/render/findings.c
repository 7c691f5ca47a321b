/* What engineers value most comes first; rules that are not in the table come after it, by name. */
#include "render/findings.h"

static const char *const rules_by_value[] = {
	"unused-feature", "inconsistent-feature", "stale-state", "hidden-consumer", "correction-cascade", "feedback-loop",
};

enum { RULES = sizeof rules_by_value / sizeof *rules_by_value };

static int rule_rank(Str rule)
{
	for (int i = 0; i < RULES; i++)
		if (str_is(rule, rules_by_value[i]))
			return i;
	return RULES;
}

static int compare(const void *a, const void *b)
{
	const Finding *x = *(const Finding *const *)a, *y = *(const Finding *const *)b;

	if (x->level != y->level)
		return x->level > y->level ? -1 : 1;
	if (rule_rank(x->rule) != rule_rank(y->rule))
		return rule_rank(x->rule) - rule_rank(y->rule);
	int order = str_compare(x->rule, y->rule);
	return order ? order : (x > y) - (x < y);
}

FindingList findings_by_value(const Graph *graph, bool all)
{
	FindingList list = {0};

	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		if (!finding->suppressed && (all || !finding->hidden))
			vec_push(&list, finding);
	}
	vec_sort(&list, compare);
	return list;
}

Site finding_site(const Graph *graph, const Finding *finding)
{
	if (finding->witness.len)
		return vec_last(&finding->witness)->site;
	for (uint32_t i = 0; i < finding->nodes.len; i++) {
		const Node *node = &graph->nodes.items[finding->nodes.items[i]];
		if (node->sites.len)
			return node->sites.items[0];
	}
	return (Site){0};
}
