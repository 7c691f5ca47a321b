/* Markdown for the summary of a CI job: what is new, what was fixed, and one line about the rest. */
#include "render/findings.h"
#include "render/label.h"
#include "render/markup.h"
#include "render/renderer.h"

#include <string.h>

enum { MAX_ROWS = 50 };

typedef struct {
	const Graph *graph;
	const RenderOptions *options;
	Text *out;
} Summary;

static void put_place(const Summary *summary, const Graph *graph, const Finding *finding)
{
	Site site = finding_site(graph, finding);
	Str link = site_link(summary->options->link, &site);

	if (!str_empty(link))
		text_char(summary->out, '[');
	markdown_code(summary->out, str_text(finding_place(graph, finding)));
	if (!str_empty(link))
		text_printf(summary->out, "](%s)", str_text(link));
}

static void put_row(const Summary *summary, const Graph *graph, const Finding *finding)
{
	text_printf(summary->out, "| %s | ", level_text(finding->level));
	markdown_code(summary->out, str_text(finding->rule));
	text_put(summary->out, " | ");
	put_place(summary, graph, finding);
	text_put(summary->out, " | ");
	markdown_prose(summary->out, str_text(finding->message));
	text_put(summary->out, " |\n");
}

/* The first MAX_ROWS of LIST, all of GRAPH, as a table below TITLE. */
static void put_table(const Summary *summary, const char *title, const Graph *graph, const FindingList *list)
{
	if (!list->len)
		return;
	text_printf(summary->out, "\n### %s\n\n| level | rule | place | finding |\n| --- | --- | --- | --- |\n", title);
	for (uint32_t i = 0; i < list->len && i < MAX_ROWS; i++)
		put_row(summary, graph, list->items[i]);
	if (list->len > MAX_ROWS)
		text_printf(summary->out, "\n%u more are in the reports.\n", list->len - MAX_ROWS);
}

static void put_headline(const Summary *summary, uint32_t fresh, uint32_t counted)
{
	const Comparison *comparison = summary->options->comparison;
	const Coverage *coverage = &summary->graph->coverage;

	text_put(summary->out, "## featdep");
	if (!str_empty(summary->graph->project)) {
		text_put(summary->out, ": ");
		markdown_prose(summary->out, str_text(summary->graph->project));
	}
	text_put(summary->out, "\n\n");
	if (comparison)
		text_printf(summary->out, "**%u new**, %u %s, %u remaining findings.", fresh, comparison->fixed.len,
			comparison->is_partial ? "not seen" : "fixed", counted - fresh);
	else
		text_printf(summary->out, "**%u** %s.", counted, counted == 1 ? "finding" : "findings");
	text_printf(summary->out, " %u of %u units were analysed.\n", coverage->units_parsed, coverage->units);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	Summary summary = { graph, options, out };
	FindingList list = findings_by_value(graph, options->all), fresh = {0}, fixed = {0};

	(void)diags;
	for (uint32_t i = 0; i < list.len; i++)
		if (finding_is_new(graph, list.items[i], options->comparison))
			vec_push(&fresh, list.items[i]);
	put_headline(&summary, fresh.len, list.len);
	put_table(&summary, options->comparison ? "New" : "Findings", graph, &fresh);
	for (uint32_t i = 0; options->comparison && i < options->comparison->fixed.len; i++)
		vec_push(&fixed, options->comparison->fixed.items[i]);
	if (options->comparison)
		put_table(&summary, options->comparison->is_partial ? "Not seen" : "Fixed", options->comparison->old, &fixed);
	vec_release(&list);
	vec_release(&fresh);
	vec_release(&fixed);
	return true;
}

const Renderer render_job_summary = {
	.name = "job-summary", .suffix = ".md", .file = "summary.md", .render = render,
	.summary = "Markdown for the summary of a CI job",
};
