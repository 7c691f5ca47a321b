/* What engineers value most comes first; rules that are not in the table come after it, by name. */
#include "render/findings.h"

#include <ctype.h>

static const char *const rules_by_value[] = {
	"unused-feature", "divergent-definition", "stale-state", "hidden-consumer", "correction-cascade", "feedback-loop",
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

Str finding_place(const Graph *graph, const Finding *finding)
{
	Site site = finding_site(graph, finding);

	if (str_empty(site.file))
		return finding->subject;
	return site.line ? str_format("%s:%u", str_text(site.file), site.line) : site.file;
}

bool finding_is_new(const Graph *graph, const Finding *finding, const Comparison *comparison)
{
	return !comparison || comparison->states.items[finding - graph->findings.items] == FINDING_NEW;
}

void put_uri(Text *out, Str file)
{
	if (*str_text(file) == '/')
		text_put(out, "file://");
	for (const char *p = str_text(file); *p; p++) {
		if (isalnum((unsigned char)*p) || strchr("-._~/", *p))
			text_char(out, *p);
		else
			text_printf(out, "%%%02X", (unsigned char)*p);
	}
}

Str site_link(const char *link, const Site *site)
{
	Text out = {0};

	if (!link || str_empty(site->file))
		return (Str){0};
	while (*link) {
		if (!strncmp(link, "{file}", 6)) {
			put_uri(&out, site->file);
			link += 6;
		} else if (!strncmp(link, "{line}", 6)) {
			text_printf(&out, "%u", site->line ? site->line : 1);
			link += 6;
		} else {
			text_char(&out, *link++);
		}
	}
	Str result = str_intern(text_data(&out));
	text_release(&out);
	return result;
}
