/*
 * report.html: the page of analyzer/viewer with the data of a run in it. The data is graph.json; witnesses of edges are
 * numbers of steps in one list, because neighbouring edges share most of theirs. For readers without scripts, and
 * until the script runs, a summary stands in the page.
 */
#include "render/html.h"

#include "model/graph_json.h"
#include "render/findings.h"
#include "render/history.h"
#include "render/label.h"
#include "render/report_template.h"
#include "render/view.h"

#include <math.h>
#include <string.h>

enum { SUMMARY_FINDINGS = 100, STEPS_MODELS = 50 };

static const char summary_mark[] = "<!--featdep:summary-->", data_mark[] = "<!--featdep:data-->";

/* JSON as it may stand in a script block of HTML: what could end the block or a line of a script is escaped. All of it
   is inside of strings. */
static void put_safe_json(Text *out, const char *json)
{
	static const char separator[] = "\xe2\x80";

	while (*json) {
		size_t plain = strcspn(json, "<>&\xe2");
		text_put_n(out, json, plain);
		json += plain;
		if (!*json)
			return;
		if (!strncmp(json, separator, 2) && (json[2] == '\xa8' || json[2] == '\xa9')) {
			text_put(out, json[2] == '\xa8' ? "\\u2028" : "\\u2029");
			json += 3;
			continue;
		}
		if (*json == '\xe2')
			text_char(out, *json);
		else
			text_printf(out, "\\u%04x", (unsigned)*json);
		json++;
	}
}

static const Graph *sorted;

/* As graph_json sorts them. */
static int compare_edges(const void *a, const void *b)
{
	const Edge *x = a, *y = b;
	int order = str_compare(sorted->nodes.items[x->from].id, sorted->nodes.items[y->from].id);

	return order ? order : str_compare(sorted->nodes.items[x->to].id, sorted->nodes.items[y->to].id);
}

static uint64_t step_hash(const Step *step)
{
	uint64_t hash = hash_u64(0, map_key(step->site.file.i, step->site.line));

	hash = hash_u64(hash, map_key(step->site.column, step->site.function.i));
	return hash_u64(hash_u64(hash, map_key(step->text.i, step->note.i)), step->kind);
}

static void put_key(Text *out, const char *key, Str value)
{
	text_printf(out, "\"%s\":", key);
	text_json(out, str_text(value));
	text_char(out, ',');
}

static void put_step(Text *out, const Step *step)
{
	text_char(out, '{');
	put_key(out, "file", step->site.file);
	put_key(out, "function", step->site.function);
	put_key(out, "text", step->text);
	put_key(out, "note", step->note);
	text_printf(out, "\"line\":%u,\"column\":%u,\"kind\":\"%s\"}", step->site.line, step->site.column,
		dep_kind_text(step->kind));
}

/* "steps" and, for each edge in the order of graph.json, the numbers of its steps. */
static void put_witnesses(Text *out, const Edge *edges, uint32_t count)
{
	Map numbers = {0};
	Text lists = {0};

	text_put(out, "\"steps\":[");
	for (uint32_t e = 0; e < count; e++) {
		text_put(&lists, e ? ",[" : "[");
		for (uint32_t i = 0; i < edges[e].witness.len; i++) {
			const Step *step = &edges[e].witness.items[i];
			uint64_t hash = step_hash(step);
			uint32_t number = numbers.len;
			if (!map_get(&numbers, hash, &number)) {
				map_put(&numbers, hash, number);
				text_put(out, number ? ",\n" : "\n");
				put_step(out, step);
			}
			text_printf(&lists, i ? ",%u" : "%u", number);
		}
		text_char(&lists, ']');
	}
	text_printf(out, "],\n\"witness\":[%s]", text_data(&lists));
	text_release(&lists);
	map_release(&numbers);
}

static void put_graph(Text *out, const Graph *graph)
{
	VEC(Edge) edges = {0};
	Graph bare = *graph;
	Text json = {0};

	vec_append(&edges, &graph->edges);
	sorted = graph;
	vec_sort(&edges, compare_edges);
	text_put(out, "{");
	put_witnesses(out, edges.items, edges.len);
	for (uint32_t i = 0; i < edges.len; i++)
		edges.items[i].witness = (Steps){0};
	bare.edges.items = edges.items;
	bare.edges.len = edges.len;
	graph_json_print(&bare, &json);
	text_printf(out, ",\n%s", text_data(&json) + 1);
	text_release(&json);
	vec_release(&edges);
}

static bool has_finding(const Graph *graph, const char *rule)
{
	for (uint32_t i = 0; i < graph->findings.len; i++)
		if (str_is(graph->findings.items[i].rule, rule))
			return true;
	return false;
}

/* What the rules with findings look for. */
static void put_rules(Text *out, const Graph *graph, const RenderOptions *options)
{
	const char *gap = "";

	text_put(out, ",\n\"rules\": {");
	for (size_t i = 0; i < options->rule_count; i++) {
		const RuleText *rule = &options->rules[i];
		if (!has_finding(graph, rule->id))
			continue;
		text_put(out, gap);
		text_json(out, rule->id);
		text_put(out, ": {\"section\": ");
		text_json(out, rule->section ? rule->section : "");
		text_put(out, ", \"summary\": ");
		text_json(out, rule->summary ? rule->summary : "");
		text_put(out, ", \"help\": ");
		text_json(out, rule->help ? rule->help : "");
		text_put(out, "}");
		gap = ",\n";
	}
	text_put(out, "}");
}

/* The times of the runs, and the values of each metric; null: was not measured. */
static void put_history(Text *out, const History *history)
{
	text_put(out, ",\n\"history\": {\"times\": [");
	for (uint32_t i = 0; i < history->times.len; i++) {
		text_put(out, i ? ", " : "");
		text_json(out, str_text(history->times.items[i]));
	}
	text_put(out, "], \"metrics\": {");
	for (uint32_t i = 0; i < history->series.len; i++) {
		const Series *series = &history->series.items[i];
		text_put(out, i ? ",\n" : "\n");
		text_json(out, str_text(series->name));
		text_put(out, ": [");
		for (uint32_t k = 0; k < series->values.len; k++) {
			text_put(out, k ? ", " : "");
			if (isfinite(series->values.items[k]))
				text_printf(out, "%.10g", series->values.items[k]);
			else
				text_put(out, "null");
		}
		text_put(out, "]");
	}
	text_put(out, "}}");
}

/* For each model the picture of how its features are made; none when there is nothing between them and the signals. */
static void put_steps(Text *out, const Graph *graph)
{
	uint32_t put = 0;

	text_put(out, ",\n\"steps\": {");
	for (NodeId n = 0; n < graph->nodes.len && put < STEPS_MODELS; n++) {
		RenderOptions options = { .view = "steps", .argument = str_text(graph->nodes.items[n].id) };
		Diags diags = {0};
		View view = {0};
		if (graph->nodes.items[n].kind != NODE_MODEL)
			continue;
		if (view_build(graph, &options, &view, &diags) && view.columns[COLUMN_VALUE]) {
			text_put(out, put++ ? ",\n" : "\n");
			text_json(out, options.argument);
			text_put(out, ": ");
			view_json_print(&view, graph, out);
		}
		view_release(&view);
		diags_release(&diags);
	}
	text_put(out, "}");
}

static void put_data(Text *out, const Graph *graph, const Graph *base, const RenderOptions *options)
{
	Text json = {0};

	text_put(&json, "{\"graph\": ");
	put_graph(&json, graph);
	if (base) {
		text_put(&json, ",\n\"base\": ");
		put_graph(&json, base);
	}
	put_steps(&json, graph);
	put_rules(&json, graph, options);
	if (options->history)
		put_history(&json, options->history);
	if (options->link) {
		text_put(&json, ",\n\"link\": ");
		text_json(&json, options->link);
	}
	text_put(&json, "}");
	put_safe_json(out, text_data(&json));
	text_release(&json);
}

static void put_html(Text *out, const char *before, const char *text, const char *after)
{
	text_put(out, before);
	text_html(out, text);
	text_put(out, after);
}

static void put_summary_finding(Text *out, const Graph *graph, const Finding *finding)
{
	Site site = finding_site(graph, finding);
	Text place = {0};

	label_site(&place, &site, 0);
	text_printf(out, "<li>%s: ", level_text(finding->level));
	put_html(out, "", str_text(finding->rule), ": ");
	put_html(out, "", str_text(finding->message), "");
	put_html(out, place.len ? " (" : "", text_data(&place), place.len ? ")" : "");
	text_put(out, "</li>\n");
	text_release(&place);
}

static void put_summary(Text *out, const Graph *graph, bool all)
{
	FindingList list = findings_by_value(graph, all);
	const Coverage *coverage = &graph->coverage;

	text_put(out, "<h1>Feature dependencies");
	if (!str_empty(graph->project))
		put_html(out, " of ", str_text(graph->project), "");
	text_put(out, "</h1>\n");
	if (coverage->units)
		text_printf(out, "<p>%u of %u translation units read, %u of %u functions reached, %u of %u calls resolved.</p>\n",
			coverage->units_parsed, coverage->units, coverage->functions_analysed, coverage->functions,
			coverage->calls_resolved, coverage->calls);
	text_printf(out, "<p>%u nodes, %u dependencies, %u findings.</p>\n", graph->nodes.len, graph->edges.len, list.len);
	text_put(out, list.len ? "<ul>\n" : "");
	for (uint32_t i = 0; i < list.len && i < SUMMARY_FINDINGS; i++)
		put_summary_finding(out, graph, list.items[i]);
	text_put(out, list.len ? "</ul>\n" : "");
	if (list.len > SUMMARY_FINDINGS)
		text_printf(out, "<p>and %u more, in report.md</p>\n", list.len - SUMMARY_FINDINGS);
	text_put(out, "<noscript><p>Scripts are off here, so this is all of the page: report.md and diagrams/ show more."
		"</p></noscript>\n");
	vec_release(&list);
}

void html_print(const Graph *graph, const Graph *base, const RenderOptions *options, Text *out)
{
	const char *summary = strstr(report_template, summary_mark);
	const char *data = summary ? strstr(summary, data_mark) : NULL;

	if (!data)
		BUG("the template of report.html has lost its marks");
	text_put_n(out, report_template, (size_t)(summary - report_template));
	put_summary(out, graph, false);
	summary += sizeof summary_mark - 1;
	text_put_n(out, summary, (size_t)(data - summary));
	put_data(out, graph, base, options);
	text_put(out, data + sizeof data_mark - 1);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	(void)diags;
	html_print(graph, NULL, options, out);
	return true;
}

const Renderer render_html = {
	.name = "html", .suffix = ".html", .summary = "one page to click through, for a browser", .render = render,
};
