/* A night in CI is read by people who have seen the rest already: only what is new is shown in full. */
#include "render/changes.h"

#include "render/findings.h"
#include "render/label.h"
#include "render/lines.h"

static void put_finding(const Graph *graph, const Finding *finding, const SummaryOptions *options, Text *out)
{
	const Colors *colors = colors_of(options->color);
	Site site = finding_site(graph, finding);

	print_place(colors, &site, out);
	text_printf(out, "%s%s%s: ", level_color(colors, finding->level), level_text(finding->level), colors->end);
	label_plain(out, str_text(finding->message));
	text_printf(out, " %s[%s]%s\n", colors->dim, str_text(finding->rule), colors->end);
}

static void put_fresh(const Graph *graph, const Comparison *comparison, const SummaryOptions *options, Text *out)
{
	FindingList list = findings_by_value(graph, options->all);

	for (uint32_t i = 0; i < list.len; i++) {
		if (!finding_is_new(graph, list.items[i], comparison))
			continue;
		put_finding(graph, list.items[i], options, out);
		if (!str_empty(list.items[i]->advice))
			print_wrapped("    ", options->width, str_text(list.items[i]->advice), out);
	}
	vec_release(&list);
}

void changes_print(const Graph *graph, const Comparison *comparison, const SummaryOptions *options, Text *out)
{
	const Colors *colors = colors_of(options->color);
	const char *gone = comparison->is_partial ? "not seen" : "fixed";

	put_fresh(graph, comparison, options, out);
	for (uint32_t i = 0; i < comparison->fixed.len; i++) {
		text_printf(out, "%s%s:%s ", colors->green, gone, colors->end);
		put_finding(comparison->old, comparison->fixed.items[i], options, out);
	}
	text_printf(out, "%s%u new%s, %u %s, %u remaining, against ", colors->bold, comparison->added, colors->end,
		comparison->fixed.len, gone, comparison->remaining);
	label_plain(out, str_text(comparison->baseline));
	text_char(out, '\n');
	if (comparison->is_partial) {
		label_count(out, graph->coverage.units_failed, "unit");
		text_put(out, " could not be analysed: what is not seen need not be fixed\n");
	}
}
