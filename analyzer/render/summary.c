/*
 * The summary of an audit: how much was understood, what was found in numbers, the findings as a compiler prints its
 * diagnostics, and where the rest is. Notes and long lists are counted rather than shown.
 */
#include "render/summary.h"

#include "render/findings.h"
#include "render/label.h"
#include "render/lines.h"

enum { MAX_LINES = 25, MAX_UNITS = 3, MAX_PLACES = 3, NARROW = 110 };

typedef struct {
	const Graph *graph;
	const SummaryOptions *options;
	const Colors *colors;
	Sources sources;
	Text *out;
	GraphCounts counts;
} Summary;

static bool has_nodes(const GraphCounts *counts)
{
	for (uint32_t kind = 0; kind < NODE_KINDS; kind++)
		if (counts->nodes[kind])
			return true;
	return false;
}

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
	put_share(&line, coverage->features_resolved, coverage->features, "features traced to their sources");
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
		uint32_t count = summary->counts.nodes[kinds[k]];
		if (!count && kinds[k] == NODE_STORE)
			continue;
		text_put(&line, line.len ? ", " : "");
		label_count(&line, count, node_kind_text(kinds[k]));
	}
	text_put(&line, "; ");
	if (summary->counts.edges == 1)
		text_put(&line, "1 dependency");
	else
		text_printf(&line, "%u dependencies", summary->counts.edges);
	print_wrapped("  ", summary->options->width, text_data(&line), summary->out);
	text_release(&line);
}

/* LINE without what is beyond the terminal's width; TAIL of it always stays. */
static void print_cut(const Summary *summary, const char *line, const char *tail)
{
	uint32_t width = summary->options->width, end = label_width(tail);
	Text plain = {0};

	label_plain(&plain, line);
	if (width && !summary->options->all && label_width(text_data(&plain)) + end > width && width > end + 20) {
		Text cut = {0};
		label_cut_end(&cut, text_data(&plain), width - end);
		text_put(summary->out, text_data(&cut));
		text_release(&cut);
	} else {
		text_put(summary->out, text_data(&plain));
	}
	text_printf(summary->out, "%s\n", tail);
	text_release(&plain);
}

static void print_failed_units(const Summary *summary)
{
	const Coverage *coverage = &summary->graph->coverage;
	uint32_t shown = summary->options->all ? UINT32_MAX : MAX_UNITS;

	for (uint32_t i = 0; i < coverage->failed_units.len && i < shown; i++)
		print_cut(summary, str_text(str_format("warning: not fully analysed: %s",
			str_text(coverage->failed_units.items[i]))), "");
	if (coverage->failed_units.len > shown)
		text_printf(summary->out, "         and %u more units (--all)\n", coverage->failed_units.len - shown);
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

/* Lines that TEXT takes on the terminal; escape sequences take no column. */
static uint32_t line_count(const Text *text, uint32_t width)
{
	uint32_t lines = 0, columns = 0;

	for (size_t i = 0; i < text->len; i++) {
		char c = text->data[i];
		if (c == '\033') {
			while (i < text->len && text->data[i] != 'm')
				i++;
		} else if (c == '\n') {
			lines += width && columns > width ? (columns + width - 1) / width : 1;
			columns = 0;
		} else {
			columns += ((unsigned char)c & 0xc0) != 0x80;
		}
	}
	return lines;
}

/* The findings of one rule that are shown, as one line, or as two when the terminal is narrow. */
static void print_rule(const Summary *summary, const FindingList *list, uint32_t first, uint32_t count, bool narrow)
{
	const Finding *finding = list->items[first];
	Site site = finding_site(summary->graph, finding);
	Str rule = str_format(count > 1 ? " [%s, %u such]" : " [%s]", str_text(finding->rule), count);
	Text line = {0};

	label_site(&line, &site, 0);
	text_printf(&line, "%s%s%s", line.len ? ": " : "", level_text(finding->level), narrow ? "" : ": ");
	if (narrow) {
		print_cut(summary, text_data(&line), str_text(rule));
		text_clear(&line);
		text_put(&line, "  ");
	}
	text_put(&line, str_text(finding->message));
	print_cut(summary, text_data(&line), narrow ? "" : str_text(rule));
	text_release(&line);
}

/* Findings from warnings on. */
static uint32_t important_count(const FindingList *list)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < list->len; i++)
		count += list->items[i]->level >= LEVEL_WARNING;
	return count;
}

/* One line a finding, or one line a rule when there are more findings than LINES; two on narrow terminals with room. */
static uint32_t print_short(const Summary *summary, const FindingList *list, uint32_t lines)
{
	bool by_rule = important_count(list) > lines;
	bool narrow = summary->options->width && summary->options->width < NARROW && important_count(list) * 2 <= lines;
	uint32_t shown = 0;

	for (uint32_t i = 0, end; i < list->len && lines; i = end) {
		const Finding *finding = list->items[i];
		for (end = i + 1; by_rule && end < list->len && str_equal(list->items[end]->rule, finding->rule) &&
			list->items[end]->level == finding->level; end++)
			continue;
		if (finding->level < LEVEL_WARNING)
			continue;
		print_rule(summary, list, i, end - i, narrow);
		shown += end - i;
		lines--;
	}
	return shown;
}

/* As a compiler prints its diagnostics. */
static uint32_t print_long(Summary *summary, const FindingList *list)
{
	uint32_t shown = 0;

	for (uint32_t i = 0; i < list->len; i++) {
		if (!summary->options->all && list->items[i]->level < LEVEL_WARNING)
			continue;
		shown++;
		print_finding(summary, list->items[i]);
	}
	return shown;
}

/* In full when that fits LINES, else short. */
static uint32_t print_findings(Summary *summary, const FindingList *list, uint32_t lines)
{
	Text *out = summary->out, full = {0};

	summary->out = &full;
	uint32_t shown = print_long(summary, list);
	summary->out = out;
	if (summary->options->all || line_count(&full, summary->options->width) <= lines)
		text_put(out, text_data(&full));
	else
		shown = print_short(summary, list, lines);
	text_release(&full);
	return shown;
}

static void put_unresolved(const Unresolved *unresolved, Text *out)
{
	label_site(out, &unresolved->site, 0);
	text_printf(out, "%s%s", str_empty(unresolved->site.file) ? "" : ": ", str_text(unresolved->what));
	if (!str_empty(unresolved->subject))
		text_printf(out, " \"%s\"", str_text(unresolved->subject));
	if (unresolved->features) {
		text_put(out, ", behind ");
		label_count(out, unresolved->features, "feature");
	}
}

/* How many of them matter to a model, and how many are only said for completeness. */
static void put_kinds(const Coverage *coverage, Text *out)
{
	uint32_t before_features = 0, without_steps = 0;

	for (uint32_t i = 0; i < coverage->unresolved.len; i++) {
		before_features += coverage->unresolved.items[i].features > 0;
		without_steps += str_is(coverage->unresolved.items[i].what, UNRESOLVED_NO_STEPS);
	}
	if (coverage->unresolved.len > MAX_PLACES)
		text_printf(out, ", %u of them on the way to a feature of a model", before_features);
	if (!without_steps)
		return;
	text_put(out, ", ");
	label_count(out, without_steps, "entry point");
	text_put(out, " among them that no steps were left for");
}

static void print_unresolved(const Summary *summary)
{
	const Coverage *coverage = &summary->graph->coverage;
	Text head = {0};

	if (!coverage->unresolved.len)
		return;
	label_count(&head, coverage->unresolved.len, "place");
	text_put(&head, " could not be followed");
	put_kinds(coverage, &head);
	bool all = summary->options->all || coverage->unresolved.len <= MAX_PLACES;
	bool one = coverage->unresolved.len == 1 && !summary->options->all;
	text_put(&head, one ? ": " : all ? ":\n" : " (--all), first of all:\n");
	if (!one)
		text_put(summary->out, text_data(&head));
	for (uint32_t i = 0; i < coverage->unresolved.len && (all || i < MAX_PLACES); i++) {
		Text line = {0};
		text_put(&line, one ? text_data(&head) : "  ");
		put_unresolved(&coverage->unresolved.items[i], &line);
		print_cut(summary, text_data(&line), "");
		text_release(&line);
	}
	text_release(&head);
}

static void print_outputs(const Summary *summary)
{
	const char *folder = summary->options->output;

	if (!folder)
		return;
	text_printf(summary->out, "report:   %s/report.html\n", folder);
	if (!summary->options->no_pictures)
		text_printf(summary->out, "pictures: %s/diagrams/overview.svg and others beside it\n", folder);
	text_printf(summary->out, "data:     %s/graph.json, %s/featdep.db\n", folder, folder);
}

static void print_head(const Summary *summary)
{
	const Graph *graph = summary->graph;
	Text *out = summary->out;

	text_printf(out, "%sfeatdep%s%s", summary->colors->bold, summary->colors->end, str_empty(graph->project) ? "" : ": ");
	label_plain(out, str_text(graph->project));
	text_char(out, '\n');
	print_coverage(summary);
	print_counts(summary);
	text_char(out, '\n');
	print_failed_units(summary);
	if (has_nodes(&summary->counts))
		return;
	print_wrapped("", summary->options->width, "nothing that looks like a model was found: name the inference call under "
		"models: in featdep.yml, and its inputs under signals:", out);
	if (graph->coverage.unresolved.len && graph->coverage.functions_analysed < graph->coverage.functions)
		print_wrapped("", summary->options->width, "or it is named, but what calls it could not be followed: see the places below",
			out);
}

void summary_print(const Graph *graph, const SummaryOptions *options, Text *out)
{
	Text head = {0}, findings = {0}, tail = {0};
	Summary summary = { graph, options, colors_of(options->color), { .root = graph->root }, &head,
		options->counts ? *options->counts : graph_counts(graph) };
	FindingList list = findings_by_value(graph, options->all);

	print_head(&summary);
	summary.out = &tail;
	print_unresolved(&summary);
	print_outputs(&summary);
	/* one line for the tally, one empty before it */
	uint32_t taken = line_count(&head, options->width) + line_count(&tail, options->width) + 2;
	summary.out = &findings;
	uint32_t shown = print_findings(&summary, &list, taken < MAX_LINES ? MAX_LINES - taken : 0);
	if (shown)
		text_char(&findings, '\n');
	print_tally(&summary, &list, shown);
	text_put(out, text_data(&head));
	text_put(out, text_data(&findings));
	text_put(out, text_data(&tail));
	vec_release(&list);
	text_release(&head);
	text_release(&findings);
	text_release(&tail);
	lines_release(&summary.sources);
}
