/*
 * The comment is looked for where the finding is, so nothing has to be scanned that no finding is about, and a comment
 * that was left behind by its code costs nothing.
 */
#include "rules/ignore.h"

#include "model/ir.h"

static const char MARK[] = "featdep: ignore";
enum { LINE_MAX_BYTES = 4096 };

typedef struct {
	Sources *sources;
	Diags *diags;
	const char *rule;
	Str reason; /* of the comment that was found */
} Search;

static bool is_word_end(char c)
{
	return !c || c == ' ' || c == '\t' || c == '*';
}

/* TEXT starts with the name of the rule; what follows up to the end of the comment is the reason. */
static bool take_reason(Search *search, const char *text, Str file, uint32_t line)
{
	size_t length = strlen(search->rule);

	text += strspn(text, " \t");
	if (strncmp(text, search->rule, length) || !is_word_end(text[length]))
		return false;
	text += length + strspn(text + length, " \t");
	const char *end = strstr(text, "*/");
	size_t size = end ? (size_t)(end - text) : strlen(text);
	while (size && (text[size - 1] == ' ' || text[size - 1] == '\t'))
		size--;
	if (!size) {
		diag_add(search->diags, DIAG_WARNING, file, line, 0, "\"%s %s\" has no reason and is not applied: write why "
		         "after the rule", MARK, search->rule);
		return false;
	}
	search->reason = str_intern_n(text, size);
	return true;
}

static bool line_ignores(Search *search, Str file, uint32_t line, bool alone)
{
	const char *text = str_text(source_line(search->sources, file, line, LINE_MAX_BYTES));
	const char *mark = strstr(text, MARK);

	if (!mark || (alone && strncmp(text, "/*", 2) && strncmp(text, "//", 2)))
		return false;
	return take_reason(search, mark + strlen(MARK), file, line);
}

static bool site_ignored(Search *search, const Site *site)
{
	return site->line && (line_ignores(search, site->file, site->line, false) ||
	                      (site->line > 1 && line_ignores(search, site->file, site->line - 1, true)));
}

static bool node_ignored(Search *search, const Node *node)
{
	for (uint32_t i = 0; i < node->sites.len; i++)
		if (site_ignored(search, &node->sites.items[i]))
			return true;
	for (uint32_t i = 0; i < node->dead_stores.len; i++)
		if (site_ignored(search, &node->dead_stores.items[i].site))
			return true;
	return false;
}

static bool finding_ignored(Search *search, const Graph *graph, const Finding *finding)
{
	NodeId subject = map_get_or(&graph->by_id, finding->subject.i, NONE);

	if (subject != NONE)
		return node_ignored(search, &graph->nodes.items[subject]);
	for (uint32_t i = 0; i < finding->nodes.len; i++)
		if (!node_ignored(search, &graph->nodes.items[finding->nodes.items[i]]))
			return false;
	return finding->nodes.len > 0;
}

void ignores_apply(Graph *graph, Sources *sources, Diags *diags)
{
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		Finding *finding = &graph->findings.items[i];
		Search search = { sources, diags, str_text(finding->rule), {0} };
		if (finding->suppressed || !finding_ignored(&search, graph, finding))
			continue;
		finding->suppressed = finding->suppressed_in_source = true;
		finding->suppression = search.reason;
	}
}
