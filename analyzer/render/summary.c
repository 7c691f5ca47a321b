/*
 * The summary of an audit: how much was understood, what was found in numbers, the findings as a compiler prints its
 * diagnostics, and where the rest is. Notes and long lists are counted rather than shown.
 */
#include "render/summary.h"

#include "render/findings.h"
#include "render/label.h"
#include "render/lines.h"

enum { MAX_SHOWN = 20, MAX_UNITS = 5, MAX_UNRESOLVED = 3 };

typedef struct {
	const Graph *graph;
	const SummaryOptions *options;
	const Colors *colors;
	Sources sources;
	Text *out;
} Summary;

static void put_share(Text *out, uint32_t part, uint32_t whole, const char *what)
{
	if (whole)
		text_printf(out, "%s%u of %u %s", out->len ? ", " : "", part, whole, what);
}

static void print_coverage(const Summary *summary)
{
	const Coverage *coverage = &summary->graph->coverage;
	Text line = {0};

	put_share(&line, coverage->units_parsed, coverage->units, "units analysed");
	if (coverage->units_skipped)
		text_printf(&line, " (%u skipped)", coverage->units_skipped);
	put_share(&line, coverage->functions_analysed, coverage->functions, "functions reached");
	put_share(&line, coverage->calls_resolved, coverage->calls, "calls resolved");
	put_share(&line, coverage->features_resolved, coverage->features, "features traced to declared signals");
	if (line.len)
		print_wrapped("  ", summary->options->width, text_data(&line), summary->out);
	text_release(&line);
}

static void print_counts(const Summary *summary)
{
	static const NodeKind kinds[] = {
		NODE_SIGNAL, NODE_STORE, NODE_FEATURE, NODE_MODEL, NODE_PREDICTION, NODE_CONSUMER,
	};
	Text line = {0};

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count = 0;
		for (NodeId n = 0; n < summary->graph->nodes.len; n++)
			count += summary->graph->nodes.items[n].kind == kinds[k];
		if (!count && kinds[k] == NODE_STORE)
			continue;
		text_put(&line, line.len ? ", " : "");
		label_count(&line, count, node_kind_text(kinds[k]));
	}
	text_put(&line, "; ");
	if (summary->graph->edges.len == 1)
		text_put(&line, "1 dependency");
	else
		text_printf(&line, "%u dependencies", summary->graph->edges.len);
	print_wrapped("  ", summary->options->width, text_data(&line), summary->out);
	text_release(&line);
}

static void print_failed_units(const Summary *summary)
{
	const Coverage *coverage = &summary->graph->coverage;
	uint32_t shown = summary->options->all ? UINT32_MAX : MAX_UNITS;

	for (uint32_t i = 0; i < coverage->failed_units.len && i < shown; i++) {
		text_printf(summary->out, "%swarning:%s not fully analysed: ", summary->colors->magenta, summary->colors->end);
		label_plain(summary->out, str_text(coverage->failed_units.items[i]));
		text_char(summary->out, '\n');
	}
	if (coverage->failed_units.len > shown)
		text_printf(summary->out, "         and %u more units\n", coverage->failed_units.len - shown);
}

static void print_finding(Summary *summary, const Finding *finding)
{
	Site site = finding_site(summary->graph, finding);
	Str text = finding->witness.len ? vec_last(&finding->witness)->text : (Str){0};
	Text *out = summary->out;

	print_place(summary->colors, &site, out);
	text_printf(out, "%s%s:%s ", level_color(summary->colors, finding->level), level_text(finding->level),
		summary->colors->end);
	label_plain(out, str_text(finding->message));
	text_printf(out, " [%s]\n", str_text(finding->rule));
	print_caret(&summary->sources, summary->colors, &site, text, out);
	if (!str_empty(finding->advice)) {
		text_put(out, summary->colors->dim);
		print_wrapped("        ", summary->options->width, str_text(finding->advice), out);
		text_put(out, summary->colors->end);
	}
}

/* "2 errors, 3 warnings, 1 suppressed; 4 not shown here (--all)" */
static void print_tally(const Summary *summary, const FindingList *list, uint32_t shown)
{
	Text tally = {0};
	uint32_t suppressed = 0;

	for (Level level = LEVEL_ERROR; level > LEVEL_OFF; level--) {
		uint32_t count = 0;
		for (uint32_t i = 0; i < list->len; i++)
			count += list->items[i]->level == level;
		if (!count)
			continue;
		text_put(&tally, tally.len ? ", " : "");
		label_count(&tally, count, level_text(level));
	}
	for (uint32_t i = 0; i < summary->graph->findings.len; i++)
		suppressed += summary->graph->findings.items[i].suppressed;
	if (tally.len)
		text_put(summary->out, text_data(&tally));
	else
		text_printf(summary->out, "%sno findings%s", summary->colors->green, summary->colors->end);
	if (suppressed)
		text_printf(summary->out, ", %u suppressed", suppressed);
	if (shown < list->len)
		text_printf(summary->out, "; %u not shown here (--all)", list->len - shown);
	text_char(summary->out, '\n');
	text_release(&tally);
}

static void print_findings(Summary *summary)
{
	FindingList list = findings_by_value(summary->graph, summary->options->all);
	uint32_t shown = 0;
	bool all = summary->options->all;

	for (uint32_t i = 0; i < list.len; i++) {
		if (!all && (list.items[i]->level < LEVEL_WARNING || shown == MAX_SHOWN))
			continue;
		shown++;
		print_finding(summary, list.items[i]);
	}
	if (shown)
		text_char(summary->out, '\n');
	print_tally(summary, &list, shown);
	vec_release(&list);
}

static void print_unresolved(const Summary *summary)
{
	const Coverage *coverage = &summary->graph->coverage;
	uint32_t shown = summary->options->all ? UINT32_MAX : MAX_UNRESOLVED;

	if (!coverage->unresolved.len)
		return;
	label_count(summary->out, coverage->unresolved.len, "place");
	text_put(summary->out, " could not be followed:\n");
	for (uint32_t i = 0; i < coverage->unresolved.len && i < shown; i++) {
		const Unresolved *unresolved = &coverage->unresolved.items[i];
		text_put(summary->out, "  ");
		print_place(summary->colors, &unresolved->site, summary->out);
		label_plain(summary->out, str_text(unresolved->what));
		if (!str_empty(unresolved->subject)) {
			text_put(summary->out, " \"");
			label_plain(summary->out, str_text(unresolved->subject));
			text_char(summary->out, '"');
		}
		if (unresolved->features) {
			text_put(summary->out, ", behind ");
			label_count(summary->out, unresolved->features, "feature");
		}
		text_char(summary->out, '\n');
	}
	if (coverage->unresolved.len > shown)
		text_printf(summary->out, "  and %u more\n", coverage->unresolved.len - shown);
}

static void print_outputs(const Summary *summary)
{
	const char *folder = summary->options->output;

	if (!folder)
		return;
	text_printf(summary->out, "report:   %s/report.md\n", folder);
	text_printf(summary->out, "pictures: %s/diagrams/overview.svg and others beside it\n", folder);
	text_printf(summary->out, "data:     %s/graph.json, %s/featdep.db\n", folder, folder);
}

void summary_print(const Graph *graph, const SummaryOptions *options, Text *out)
{
	Summary summary = { graph, options, colors_of(options->color), { .root = graph->root }, out };

	text_printf(out, "%sfeatdep%s%s", summary.colors->bold, summary.colors->end, str_empty(graph->project) ? "" : ": ");
	label_plain(out, str_text(graph->project));
	text_char(out, '\n');
	print_coverage(&summary);
	print_counts(&summary);
	text_char(out, '\n');
	print_failed_units(&summary);
	if (!graph->nodes.len)
		print_wrapped("", options->width, "nothing that looks like a model was found: name the inference call under "
			"models: in featdep.yml, and its inputs under signals:", out);
	print_findings(&summary);
	print_unresolved(&summary);
	print_outputs(&summary);
	lines_release(&summary.sources);
}
