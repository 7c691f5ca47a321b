/*
 * SARIF 2.1.0, for code-scanning services and editors. Files are relative to %SRCROOT%; the witness is the code flow;
 * a finding keeps its fingerprint whatever moves around it. The services read only so much of a file: what is left out
 * is said in a notification of the run, and graph.json has it all.
 */
#include "render/findings.h"
#include "render/json_text.h"
#include "render/renderer.h"

#include <ctype.h>
#include <string.h>

enum { MAX_RESULTS = 5000, MAX_STEPS = 1000, MAX_RELATED = 100 };

#define PAPER "https://papers.nips.cc/paper/5656-hidden-technical-debt-in-machine-learning-systems"

typedef struct {
	const Graph *graph;
	const RenderOptions *options;
	JsonText json;
	uint32_t results, results_dropped, steps_dropped, related_dropped, hidden;
} Sarif;

/* Steps of whatever length keep their first and their last half. */
static bool is_kept(uint32_t i, uint32_t count, uint32_t limit)
{
	return count <= limit || i < limit / 2 || i >= count - (limit - limit / 2);
}

static void put_artifact(JsonText *json, Str file)
{
	Text uri = {0};

	put_uri(&uri, file);
	json_open(json, "artifactLocation", '{');
	json_text(json, "uri", text_data(&uri));
	if (*str_text(file) != '/')
		json_text(json, "uriBaseId", "%SRCROOT%");
	json_close(json, '}');
	text_release(&uri);
}

static void put_physical(JsonText *json, const Site *site, Str snippet)
{
	json_open(json, "physicalLocation", '{');
	put_artifact(json, site->file);
	if (site->line) {
		json_open(json, "region", '{');
		json_number(json, "startLine", site->line);
		if (site->column)
			json_number(json, "startColumn", site->column);
		if (!str_empty(snippet))
			json_message(json, "snippet", str_text(snippet));
		json_close(json, '}');
	}
	json_close(json, '}');
}

static void put_logical(JsonText *json, Str name, const char *kind)
{
	if (str_empty(name))
		return;
	json_open(json, "logicalLocations", '[');
	json_open(json, NULL, '{');
	json_str(json, "fullyQualifiedName", name);
	if (kind)
		json_text(json, "kind", kind);
	json_close(json, '}');
	json_close(json, ']');
}

static void put_location_keys(JsonText *json, const Site *site, Str snippet, Str message)
{
	if (!str_empty(site->file))
		put_physical(json, site, snippet);
	put_logical(json, site->function, "function");
	if (!str_empty(message))
		json_message(json, "message", str_text(message));
}

static void put_code_flow(Sarif *sarif, const Steps *witness)
{
	JsonText *json = &sarif->json;

	if (!witness->len)
		return;
	json_open(json, "codeFlows", '[');
	json_open(json, NULL, '{');
	json_open(json, "threadFlows", '[');
	json_open(json, NULL, '{');
	json_open(json, "locations", '[');
	for (uint32_t i = 0; i < witness->len; i++) {
		const Step *step = &witness->items[i];
		if (!is_kept(i, witness->len, MAX_STEPS)) {
			sarif->steps_dropped++;
			continue;
		}
		json_open(json, NULL, '{');
		json_open(json, "location", '{');
		put_location_keys(json, &step->site, step->text, str_empty(step->note) ? step->text : step->note);
		json_close(json, '}');
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, ']');
}

static void put_related(Sarif *sarif, const Finding *finding)
{
	JsonText *json = &sarif->json;
	uint32_t put = 0;

	json_open(json, "relatedLocations", '[');
	for (uint32_t i = 0; i < finding->nodes.len; i++) {
		const Node *node = &sarif->graph->nodes.items[finding->nodes.items[i]];
		if (!node->sites.len || str_empty(node->sites.items[0].file))
			continue;
		if (put++ >= MAX_RELATED) {
			sarif->related_dropped++;
			continue;
		}
		json_open(json, NULL, '{');
		put_location_keys(json, &node->sites.items[0], (Str){0}, node->id);
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* Where: services do not show a result without a file, so one that has no place is about the manifest. */
static void put_place(Sarif *sarif, const Graph *graph, const Finding *finding)
{
	JsonText *json = &sarif->json;
	Site site = finding_site(graph, finding);

	if (str_empty(site.file))
		site.file = str_intern("featdep.yml");
	json_open(json, "locations", '[');
	json_open(json, NULL, '{');
	put_physical(json, &site, (Str){0});
	if (str_empty(site.function))
		put_logical(json, finding->subject, NULL);
	else
		put_logical(json, site.function, "function");
	json_close(json, '}');
	json_close(json, ']');
}

static void put_fingerprints(JsonText *json, const Finding *finding)
{
	json_open(json, "partialFingerprints", '{');
	json_str(json, "featdep/v1", finding->fingerprint);
	json_text(json, "primaryLocationLineHash", str_text(str_format("%s:1", str_text(finding->fingerprint))));
	json_close(json, '}');
}

static void put_suppression(JsonText *json, const Finding *finding)
{
	if (!finding->suppressed)
		return;
	json_open(json, "suppressions", '[');
	json_open(json, NULL, '{');
	json_text(json, "kind", finding->suppressed_in_source ? "inSource" : "external");
	json_text(json, "status", "accepted");
	json_str(json, "justification", finding->suppression);
	json_close(json, '}');
	json_close(json, ']');
}

static int rule_index(const RenderOptions *options, Str rule)
{
	for (size_t i = 0; i < options->rule_count; i++)
		if (str_is(rule, options->rules[i].id))
			return (int)i;
	return -1;
}

/* STATE: of the comparison with a baseline; NULL when there is none. */
static void put_result(Sarif *sarif, const Graph *graph, const Finding *finding, const char *state)
{
	JsonText *json = &sarif->json;
	int index = rule_index(sarif->options, finding->rule);

	if (sarif->results >= MAX_RESULTS) {
		sarif->results_dropped++;
		return;
	}
	sarif->results++;
	json_open(json, NULL, '{');
	json_str(json, "ruleId", finding->rule);
	if (index >= 0)
		json_number(json, "ruleIndex", index);
	json_text(json, "level", level_text(finding->level));
	json_message(json, "message", str_text(str_empty(finding->advice) ? finding->message
		: str_format("%s\n\n%s", str_text(finding->message), str_text(finding->advice))));
	put_place(sarif, graph, finding);
	if (graph == sarif->graph)
		put_related(sarif, finding);
	put_code_flow(sarif, &finding->witness);
	put_fingerprints(json, finding);
	if (state)
		json_text(json, "baselineState", state);
	put_suppression(json, finding);
	json_open(json, "properties", '{');
	json_str(json, "subject", finding->subject);
	json_bool(json, "hidden", finding->hidden);
	if (finding->parts.len) {
		json_open(json, "parts", '[');
		for (uint32_t i = 0; i < finding->parts.len; i++)
			json_str(json, NULL, finding->parts.items[i]);
		json_close(json, ']');
	}
	json_close(json, '}');
	json_close(json, '}');
}

static void put_results(Sarif *sarif)
{
	const Comparison *comparison = sarif->options->comparison;
	const Graph *graph = sarif->graph;

	json_open(&sarif->json, "results", '[');
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		const char *state = finding_is_new(graph, finding, comparison) ? "new" : "unchanged";
		if (finding->hidden && !sarif->options->all)
			sarif->hidden++;
		else
			put_result(sarif, graph, finding, comparison ? state : NULL);
	}
	for (uint32_t i = 0; comparison && !comparison->is_partial && i < comparison->fixed.len; i++)
		put_result(sarif, comparison->old, comparison->fixed.items[i], "absent");
	json_close(&sarif->json, ']');
}

/* "unused-feature" as "UnusedFeature". */
static void put_rule_name(JsonText *json, const char *id)
{
	Text name = {0};

	for (const char *p = id; *p; p++)
		if (*p != '-')
			text_char(&name, p == id || p[-1] == '-' ? (char)toupper((unsigned char)*p) : *p);
	json_text(json, "name", text_data(&name));
	text_release(&name);
}

static void put_rule(JsonText *json, const RuleText *rule)
{
	json_open(json, NULL, '{');
	json_text(json, "id", rule->id);
	put_rule_name(json, rule->id);
	json_message(json, "shortDescription", rule->summary);
	json_message(json, "fullDescription", rule->summary);
	json_message(json, "help", rule->help);
	json_text(json, "helpUri", PAPER);
	json_open(json, "defaultConfiguration", '{');
	json_bool(json, "enabled", rule->level != LEVEL_OFF);
	json_text(json, "level", rule->level == LEVEL_OFF ? "none" : level_text(rule->level));
	json_close(json, '}');
	json_open(json, "properties", '{');
	json_open(json, "tags", '[');
	json_text(json, NULL, "machine-learning");
	json_text(json, NULL, "data-dependency");
	json_close(json, ']');
	json_text(json, "problem.severity", rule->level == LEVEL_ERROR ? "error" : rule->level == LEVEL_WARNING ? "warning"
		: "recommendation");
	json_close(json, '}');
	json_close(json, '}');
}

static void put_tool(Sarif *sarif)
{
	JsonText *json = &sarif->json;

	json_open(json, "tool", '{');
	json_open(json, "driver", '{');
	json_text(json, "name", "featdep");
	json_text(json, "version", FEATDEP_VERSION);
	json_text(json, "semanticVersion", FEATDEP_VERSION);
	json_text(json, "informationUri", PAPER);
	json_open(json, "rules", '[');
	for (size_t i = 0; i < sarif->options->rule_count; i++)
		put_rule(json, &sarif->options->rules[i]);
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, '}');
}

static void put_notification(JsonText *json, const char *level, Str text)
{
	json_open(json, NULL, '{');
	json_text(json, "level", level);
	json_message(json, "message", str_text(text));
	json_close(json, '}');
}

static void put_dropped(JsonText *json, uint32_t count, const char *what, const char *which)
{
	if (count)
		put_notification(json, "note", str_format("left out: %u %s%s %s; graph.json has %s", count, what, count == 1 ? "" : "s",
		                                          which, count == 1 ? "it" : "them"));
}

static void put_invocation(Sarif *sarif)
{
	const Coverage *coverage = &sarif->graph->coverage;
	JsonText *json = &sarif->json;

	json_open(json, "invocations", '[');
	json_open(json, NULL, '{');
	json_bool(json, "executionSuccessful", !coverage->units_failed);
	json_open(json, "toolExecutionNotifications", '[');
	for (uint32_t i = 0; i < coverage->failed_units.len; i++)
		put_notification(json, "error", str_format("not analysed: %s", str_text(coverage->failed_units.items[i])));
	put_dropped(json, sarif->results_dropped, "finding", "beyond the first 5000");
	put_dropped(json, sarif->steps_dropped, "step", "in the middle of long code flows");
	put_dropped(json, sarif->related_dropped, "related place", "beyond 100 of a finding");
	put_dropped(json, sarif->hidden, "finding", "of the kind that is hidden by default");
	json_close(json, ']');
	json_close(json, '}');
	json_close(json, ']');
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	Sarif sarif = { .graph = graph, .options = options, .json = { .out = out } };
	JsonText *json = &sarif.json;

	(void)diags;
	json_open(json, NULL, '{');
	json_text(json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	json_text(json, "version", "2.1.0");
	json_open(json, "runs", '[');
	json_open(json, NULL, '{');
	put_tool(&sarif);
	json_text(json, "columnKind", "utf16CodeUnits");
	json_open(json, "originalUriBaseIds", '{');
	json_open(json, "%SRCROOT%", '{');
	json_message(json, "description", "the root of the analysed project");
	json_close(json, '}');
	json_close(json, '}');
	put_results(&sarif);
	put_invocation(&sarif);
	json_close(json, '}');
	json_close(json, ']');
	json_close(json, '}');
	return true;
}

const Renderer render_sarif = {
	.name = "sarif", .suffix = ".sarif", .file = "findings.sarif", .render = render,
	.summary = "SARIF 2.1.0, for code scanning and editors",
};
