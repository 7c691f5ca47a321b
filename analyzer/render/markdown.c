/*
 * report.md: the audit as a document: what was analysed, the numbers that matter, findings with their evidence, and
 * for each model what feeds it. Names and source text are shown as code, so that nothing in them is markup.
 */
#include "render/findings.h"
#include "render/label.h"
#include "render/listing.h"
#include "render/markup.h"
#include "render/renderer.h"

#include <string.h>

enum { MAX_STEPS = 12, MAX_UNRESOLVED = 100 };

typedef struct {
	const Graph *graph;
	const RenderOptions *options;
	Walk walk;
	Text *out;
} Report;

static void put_site(Text *out, const Site *site)
{
	Text place = {0};

	label_site(&place, site, 0);
	markdown_code(out, text_data(&place));
	text_release(&place);
}

static void put_share_row(const Report *report, const char *what, uint32_t part, uint32_t whole)
{
	if (whole)
		text_printf(report->out, "| %s | %u | %u | %.1f %% |\n", what, part, whole, 100.0 * part / whole);
}

static void put_coverage(const Report *report)
{
	const Coverage *coverage = &report->graph->coverage;

	if (!coverage->units)
		return;
	text_put(report->out, "## What was analysed\n\n| | understood | of | |\n|---|---:|---:|---:|\n");
	put_share_row(report, "translation units", coverage->units_parsed, coverage->units);
	put_share_row(report, "functions reached from an entry point", coverage->functions_analysed, coverage->functions);
	put_share_row(report, "calls resolved", coverage->calls_resolved, coverage->calls);
	put_share_row(report, "features traced to their sources", coverage->features_resolved, coverage->features);
	text_char(report->out, '\n');
	if (coverage->units_skipped)
		text_printf(report->out, "%u units of other languages were skipped.\n\n", coverage->units_skipped);
	for (uint32_t i = 0; i < coverage->failed_units.len; i++) {
		text_put(report->out, "- not fully analysed: ");
		markdown_code(report->out, str_text(coverage->failed_units.items[i]));
		text_char(report->out, '\n');
	}
	if (coverage->failed_units.len)
		text_char(report->out, '\n');
}

static void put_numbers(const Report *report)
{
	static const NodeKind kinds[] = {
		NODE_SIGNAL, NODE_STORE, NODE_FEATURE, NODE_MODEL, NODE_PREDICTION, NODE_CONSUMER,
	};
	uint32_t by_kind[DEP_DATA + 1] = {0}, state = 0, unresolved = 0;

	text_put(report->out, "## In numbers\n\n| | |\n|---|---:|\n");
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count = 0;
		for (NodeId n = 0; n < report->graph->nodes.len; n++)
			count += report->graph->nodes.items[n].kind == kinds[k];
		text_printf(report->out, "| %ss | %u |\n", node_kind_text(kinds[k]), count);
	}
	for (EdgeId e = 0; e < report->graph->edges.len; e++) {
		const Edge *edge = &report->graph->edges.items[e];
		by_kind[edge->kind]++;
		state += edge->state;
		unresolved += edge->unresolved;
	}
	text_printf(report->out, "| data dependencies | %u |\n| index dependencies | %u |\n| control dependencies | %u |\n"
		"| of these from an earlier call | %u |\n| of these not fully resolved | %u |\n\n", by_kind[DEP_DATA],
		by_kind[DEP_INDEX], by_kind[DEP_CONTROL], state, unresolved);
}

static void put_step(Text *code, const Step *step)
{
	Text place = {0};

	label_site(&place, &step->site, 0);
	label_plain(code, text_data(&place));
	text_put(code, ": ");
	label_plain(code, str_text(step->text));
	if (!str_empty(step->note)) {
		text_put(code, str_empty(step->text) ? "" : "   // ");
		label_plain(code, str_text(step->note));
	}
	if (step->kind != DEP_DATA)
		text_printf(code, " (%s)", dep_kind_text(step->kind));
	text_char(code, '\n');
	text_release(&place);
}

static void put_witness(const Report *report, const Steps *steps)
{
	Text code = {0};

	for (uint32_t i = 0; i < steps->len && i < MAX_STEPS; i++)
		put_step(&code, &steps->items[i]);
	if (steps->len > MAX_STEPS)
		text_printf(&code, "and %u more steps\n", steps->len - MAX_STEPS);
	if (code.len)
		markdown_block(report->out, "c", text_data(&code));
	text_release(&code);
}

/* The first line is prose, the others are lines for the manifest. */
static void put_advice(Text *out, const char *advice)
{
	size_t length = strcspn(advice, "\n");
	Text block = {0};

	markdown_prose(out, str_text(str_intern_n(advice, length)));
	text_put(out, "\n\n");
	for (const char *line = advice + length; *line; line += length) {
		line += *line == '\n';
		length = strcspn(line, "\n");
		label_plain(&block, str_text(str_intern_n(line, length)));
		text_char(&block, '\n');
	}
	if (block.len)
		markdown_block(out, "yaml", text_data(&block));
	text_release(&block);
}

/* A YAML string in double quotes. */
static void put_yaml(Text *out, Str text)
{
	text_json(out, str_text(text));
}

static void put_finding(const Report *report, const Finding *finding)
{
	Site site = finding_site(report->graph, finding);
	Text *out = report->out, suppress = {0};

	text_put(out, "**");
	markdown_prose(out, str_text(finding->message));
	text_put(out, "**\n\n");
	text_printf(out, "%s", level_text(finding->level));
	if (!str_empty(site.file)) {
		text_put(out, " at ");
		put_site(out, &site);
	}
	for (uint32_t i = 0; i < finding->nodes.len && i < MAX_STEPS; i++) {
		text_put(out, i ? ", " : "; about ");
		markdown_code(out, str_text(report->graph->nodes.items[finding->nodes.items[i]].id));
	}
	if (finding->nodes.len > MAX_STEPS)
		text_printf(out, " and %u more", finding->nodes.len - MAX_STEPS);
	text_put(out, "\n\n");
	put_witness(report, &finding->witness);
	if (!str_empty(finding->advice))
		put_advice(out, str_text(finding->advice));
	text_printf(&suppress, "- { rule: %s, subject: ", str_text(finding->rule));
	put_yaml(&suppress, finding->subject);
	text_put(&suppress, ", reason: \"\" }");
	text_put(out, "To suppress it: ");
	markdown_code(out, text_data(&suppress));
	text_printf(out, " (fingerprint `%s`)\n\n", str_text(finding->fingerprint));
	text_release(&suppress);
}

static void put_suppressed(const Report *report)
{
	bool any = false;

	for (uint32_t i = 0; i < report->graph->findings.len; i++) {
		const Finding *finding = &report->graph->findings.items[i];
		if (!finding->suppressed)
			continue;
		text_put(report->out, any ? "" : "### Suppressed\n\n| rule | about | reason |\n|---|---|---|\n");
		any = true;
		text_printf(report->out, "| %s | ", str_text(finding->rule));
		markdown_code(report->out, str_text(finding->subject));
		text_put(report->out, " | ");
		markdown_prose(report->out, str_text(finding->suppression));
		text_put(report->out, " |\n");
	}
	text_put(report->out, any ? "\n" : "");
}

static void put_findings(const Report *report)
{
	FindingList list = findings_by_value(report->graph, report->options->all);

	text_put(report->out, "## Findings\n\n");
	if (!list.len)
		text_put(report->out, "None.\n\n");
	for (uint32_t i = 0; i < list.len; i++) {
		bool is_first = !i || !str_equal(list.items[i]->rule, list.items[i - 1]->rule) ||
			list.items[i]->level != list.items[i - 1]->level;
		uint32_t count = 0;
		while (i + count < list.len && str_equal(list.items[i]->rule, list.items[i + count]->rule) &&
			list.items[i]->level == list.items[i + count]->level)
			count++;
		if (is_first)
			text_printf(report->out, "### %s: %u %s%s\n\n", str_text(list.items[i]->rule), count,
				level_text(list.items[i]->level), count == 1 ? "" : "s");
		put_finding(report, list.items[i]);
	}
	put_suppressed(report);
	vec_release(&list);
}

static void put_feature_row(const Report *report, const FeatureRow *row)
{
	text_put(report->out, "| ");
	markdown_code(report->out, str_text(row->name));
	text_printf(report->out, " | %s | ", str_text(row->kind));
	if (str_empty(row->from))
		text_put(report->out, "nothing that was found");
	else
		markdown_code(report->out, str_text(row->from));
	text_put(report->out, " | ");
	markdown_code(report->out, str_text(row->at));
	text_put(report->out, " | ");
	markdown_code(report->out, str_text(row->guards));
	text_put(report->out, " |\n");
}

static void put_model(const Report *report, NodeId id)
{
	const Node *model = &report->graph->nodes.items[id];
	FeatureRows rows = feature_rows(&report->walk, id);
	uint32_t count = 0;

	text_put(report->out, "### ");
	markdown_code(report->out, str_text(model->name));
	text_put(report->out, "\n\n");
	for (uint32_t i = 0; i < rows.len; i++)
		count += rows.items[i].count;
	text_printf(report->out, "Fed with %u feature%s", count, count == 1 ? "" : "s");
	for (uint32_t i = 0; i < model->sites.len && i < MAX_STEPS; i++) {
		text_put(report->out, i ? ", " : "; called at ");
		put_site(report->out, &model->sites.items[i]);
	}
	for (uint32_t i = 0; i < model->variants.len && model->variants.len > 1; i++) {
		text_put(report->out, i ? ", " : "; may be ");
		markdown_code(report->out, str_text(model->variants.items[i]));
	}
	text_put(report->out, model->has_state ? "; keeps state from one call to the next.\n\n" : ".\n\n");
	if (rows.len)
		text_put(report->out, "| feature | kind | from | defined at | only if |\n|---|---|---|---|---|\n");
	for (uint32_t i = 0; i < rows.len; i++)
		put_feature_row(report, &rows.items[i]);
	text_put(report->out, rows.len ? "\n" : "");
	vec_release(&rows);
}

static void put_models(const Report *report)
{
	bool any = false;

	for (NodeId n = 0; n < report->graph->nodes.len; n++) {
		if (report->graph->nodes.items[n].kind != NODE_MODEL)
			continue;
		text_put(report->out, any ? "" : "## Models\n\n");
		any = true;
		put_model(report, n);
	}
}

static void put_consumer(const Report *report, const Edge *edge)
{
	static const struct { uint32_t use; const char *text; } uses[] = {
		{ CONSUME_COMPUTE, "computes with it" }, { CONSUME_BRANCH, "branches on it" }, { CONSUME_PERSIST, "keeps it" },
		{ CONSUME_ESCAPE, "lets it leave" },
	};
	const Node *from = &report->graph->nodes.items[edge->from], *to = &report->graph->nodes.items[edge->to];
	const char *gap = "";

	text_put(report->out, "| ");
	markdown_code(report->out, str_text(from->id));
	text_put(report->out, " | ");
	markdown_code(report->out, str_text(to->name));
	text_printf(report->out, " | %s | ", dep_kind_text(edge->kind));
	for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
		if (to->uses & uses[i].use) {
			text_printf(report->out, "%s%s", gap, uses[i].text);
			gap = ", ";
		}
	}
	for (uint32_t i = 0; i < to->escapes.len; i++) {
		text_put(report->out, i ? ", " : ": ");
		markdown_prose(report->out, str_text(to->escapes.items[i]));
	}
	text_printf(report->out, " | %s | ", to->declared ? "yes" : "no");
	if (to->sites.len)
		put_site(report->out, &to->sites.items[0]);
	text_put(report->out, " |\n");
}

static void put_consumers(const Report *report)
{
	bool any = false;

	for (EdgeId e = 0; e < report->graph->edges.len; e++) {
		const Edge *edge = &report->graph->edges.items[e];
		if (report->graph->nodes.items[edge->to].kind != NODE_CONSUMER)
			continue;
		if (!any)
			text_put(report->out, "## Consumers\n\n| of | function | kind | does | declared | at |\n"
				"|---|---|---|---|---|---|\n");
		any = true;
		put_consumer(report, edge);
	}
	text_put(report->out, any ? "\n" : "");
}

static void put_unresolved(const Report *report)
{
	const Coverage *coverage = &report->graph->coverage;

	if (!coverage->unresolved.len)
		return;
	text_put(report->out, "## Not followed\n\n| at | what | about | features behind it |\n|---|---|---|---:|\n");
	for (uint32_t i = 0; i < coverage->unresolved.len && i < MAX_UNRESOLVED; i++) {
		const Unresolved *unresolved = &coverage->unresolved.items[i];
		text_put(report->out, "| ");
		put_site(report->out, &unresolved->site);
		text_put(report->out, " | ");
		markdown_prose(report->out, str_text(unresolved->what));
		text_put(report->out, " | ");
		markdown_code(report->out, str_text(unresolved->subject));
		text_printf(report->out, " | %u |\n", unresolved->features);
	}
	if (coverage->unresolved.len > MAX_UNRESOLVED)
		text_printf(report->out, "\nand %u more, all in graph.json\n", coverage->unresolved.len - MAX_UNRESOLVED);
	text_char(report->out, '\n');
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	Report report = { .graph = graph, .options = options, .out = out };

	(void)diags;
	walk_init(&report.walk, graph);
	text_put(out, "# Feature dependencies");
	if (!str_empty(graph->project)) {
		text_put(out, " of ");
		markdown_prose(out, str_text(graph->project));
	}
	text_put(out, "\n\n");
	put_coverage(&report);
	put_numbers(&report);
	put_findings(&report);
	put_models(&report);
	put_consumers(&report);
	put_unresolved(&report);
	walk_release(&report.walk);
	while (out->len > 1 && out->data[out->len - 1] == '\n' && out->data[out->len - 2] == '\n')
		out->data[--out->len] = '\0';
	return true;
}

const Renderer render_markdown = {
	.name = "markdown", .suffix = ".md", .file = "report.md", .summary = "a report to read, or for the summary of a CI job", .render = render,
};
