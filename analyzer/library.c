/*
 * include/featdep/featdep.h over the pipeline: options by name, and plain structs of the graph. The command line's
 * audit is its first client.
 */
#include "featdep/featdep.h"

#include "baseline.h"
#include "bind/manifest.h"
#include "graph/assertion.h"
#include "graph/compare.h"
#include "model/graph_json.h"
#include "outputs.h"
#include "pipeline.h"
#include "plan/path.h"
#include "render/changes.h"
#include "render/diagram.h"
#include "render/findings.h"
#include "render/history.h"
#include "render/summary.h"
#include "rules/rule.h"
#include "state.h"

#include <errno.h>
#include <string.h>

struct FdProject {
	Pipeline *pipeline;
	Str error;
	Text summary, timings;
	Renames renames;
	Graph old;             /* the baseline */
	Comparison comparison; /* with it; its baseline is empty until then */
};

FdProject *fd_open(const char *compile_database, const char *manifest)
{
	FdProject *project = mem_calloc(1, sizeof *project);

	project->pipeline = mem_alloc(sizeof *project->pipeline);
	pipeline_init(project->pipeline);
	project->pipeline->settings.database = str_intern(compile_database);
	project->pipeline->settings.manifest = str_intern(manifest);
	return project;
}

void fd_close(FdProject *project)
{
	pipeline_release(project->pipeline);
	free(project->pipeline);
	text_release(&project->summary);
	text_release(&project->timings);
	comparison_release(&project->comparison);
	graph_release(&project->old);
	vec_release(&project->renames);
	free(project);
}

__attribute__((format(printf, 2, 3)))
static bool failed(FdProject *project, const char *format, ...)
{
	Text message = {0};
	va_list args;

	va_start(args, format);
	text_vprintf(&message, format, args);
	va_end(args);
	if (str_empty(project->error))
		project->error = str_intern(text_data(&message));
	text_release(&message);
	return false;
}

/* The first error among the messages, as text. */
static bool failed_by_message(FdProject *project)
{
	const Diags *diags = &project->pipeline->diags;

	for (uint32_t i = 0; i < diags->items.len; i++)
		if (diags->items.items[i].level == DIAG_ERROR)
			return failed(project, "%s", str_text(diags->items.items[i].message));
	return failed(project, "failed");
}

typedef struct {
	const char *name;
	size_t offset; /* in Settings */
	enum { SET_TEXT, SET_NUMBER, SET_FLAG, SET_STAGES, SET_STAGE } type;
} Setting;

static const Setting known[] = {
	{ "p", offsetof(Settings, database), SET_TEXT },
	{ "m", offsetof(Settings, manifest), SET_TEXT },
	{ "o", offsetof(Settings, output), SET_TEXT },
	{ "root", offsetof(Settings, root), SET_TEXT },
	{ "facts", offsetof(Settings, facts), SET_TEXT },
	{ "link-template", offsetof(Settings, link), SET_TEXT },
	{ "history", offsetof(Settings, history), SET_TEXT },
	{ "jobs", offsetof(Settings, jobs), SET_NUMBER },
	{ "batch", offsetof(Settings, batch), SET_NUMBER },
	{ "timeout", offsetof(Settings, timeout), SET_NUMBER },
	{ "plan-only", offsetof(Settings, plan_only), SET_FLAG },
	{ "quiet", offsetof(Settings, quiet), SET_FLAG },
	{ "no-pictures", offsetof(Settings, no_pictures), SET_FLAG },
	{ "all", offsetof(Settings, all), SET_FLAG },
	{ "timings", offsetof(Settings, timings), SET_FLAG },
	{ "dump", offsetof(Settings, dumps), SET_STAGES },
	{ "stop-after", offsetof(Settings, stop_after), SET_STAGE },
};

static bool set_number(FdProject *project, const char *option, const char *value, uint32_t *out)
{
	char *end;
	unsigned long number = strtoul(value, &end, 10);

	if (*end || end == value || *value == '-' || number > 100000)
		return failed(project, "\"%s\" needs a number up to 100000, not \"%s\"", option, value);
	*out = (uint32_t)number;
	return true;
}

static bool set_stage(FdProject *project, const char *option, const char *name, int *out)
{
	Text names = {0};

	*out = stage_find(name);
	if (*out >= 0)
		return true;
	stage_names(&names, ", ");
	failed(project, "\"%s\" needs a stage, not \"%s\": %s", option, name, text_data(&names));
	text_release(&names);
	return false;
}

static bool set_stages(FdProject *project, const char *option, const char *value, uint32_t *out)
{
	for (const char *p = value; *p;) {
		size_t length = strcspn(p, ",");
		int stage;
		if (!set_stage(project, option, str_text(str_intern_n(p, length)), &stage))
			return false;
		*out |= 1u << stage;
		p += length + (p[length] == ',');
	}
	return true;
}

bool fd_option(FdProject *project, const char *option, const char *value)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		void *at = (char *)&project->pipeline->settings + known[i].offset;
		if (strcmp(known[i].name, option))
			continue;
		if (!value && known[i].type != SET_FLAG)
			return failed(project, "\"%s\" needs a value", option);
		switch (known[i].type) {
		case SET_TEXT:
			*(Str *)at = str_intern(value);
			return true;
		case SET_NUMBER:
			return set_number(project, option, value, at);
		case SET_FLAG:
			*(bool *)at = true;
			return true;
		case SET_STAGES:
			return set_stages(project, option, value, at);
		case SET_STAGE:
			return set_stage(project, option, value, at);
		}
	}
	return failed(project, "there is no option \"%s\"", option);
}

void fd_add_file(FdProject *project, const char *file)
{
	vec_push(&project->pipeline->settings.files, str_intern(file));
}

void fd_add_argument(FdProject *project, const char *argument)
{
	vec_push(&project->pipeline->settings.arguments, str_intern(argument));
}

bool fd_run(FdProject *project)
{
	return pipeline_run(project->pipeline) || failed_by_message(project);
}

bool fd_load(FdProject *project, const char *graph_json)
{
	Pipeline *pipeline = project->pipeline;
	Str path = str_intern(graph_json);
	Text content = {0};
	bool done = file_read(graph_json, &content);

	if (!done)
		failed(project, "\"%s\" cannot be read: %s", graph_json, strerror(errno));
	else if (!(done = graph_json_parse(text_data(&content), content.len, path, &pipeline->graph, &pipeline->diags)))
		failed_by_message(project);
	text_release(&content);
	return done;
}

const char *fd_error(const FdProject *project)
{
	return str_text(project->error);
}

size_t fd_message_count(const FdProject *project)
{
	return project->pipeline->diags.items.len;
}

FdMessage fd_message(const FdProject *project, size_t index)
{
	const Diag *diag = &project->pipeline->diags.items.items[index];
	Text text = {0};

	diag_print(diag, &text);
	FdMessage message = {
		.level = (FdLevel)diag->level, .file = str_text(diag->file), .line = diag->line, .column = diag->column,
		.message = str_text(diag->message), .text = str_text(str_intern(text_data(&text))),
	};
	text_release(&text);
	return message;
}

/* When nothing has changed the graph is read only when somebody asks for it. */
static const Graph *whole_graph(const FdProject *project)
{
	state_load_graph(project->pipeline);
	return &project->pipeline->graph;
}

size_t fd_node_count(const FdProject *project)
{
	return whole_graph(project)->nodes.len;
}

FdNode fd_node(const FdProject *project, size_t index)
{
	const Node *node = &whole_graph(project)->nodes.items[index];
	Site site = node->sites.len ? node->sites.items[0] : (Site){0};

	return (FdNode){
		.id = str_text(node->id), .kind = node_kind_text(node->kind), .name = str_text(node->name),
		.label = str_text(node->label), .file = str_text(site.file), .line = site.line, .column = site.column,
		.function = str_text(site.function), .module = str_text(node->module), .owner = str_text(node->owner),
		.use = node->kind == NODE_FEATURE ? feature_use_text(node->use) : "", .declared = node->declared,
	};
}

size_t fd_edge_count(const FdProject *project)
{
	return whole_graph(project)->edges.len;
}

FdEdge fd_edge(const FdProject *project, size_t index)
{
	const Graph *graph = whole_graph(project);
	const Edge *edge = &graph->edges.items[index];

	return (FdEdge){
		.from = str_text(graph->nodes.items[edge->from].id), .to = str_text(graph->nodes.items[edge->to].id),
		.kind = dep_kind_text(edge->kind), .state = edge->state, .unresolved = edge->unresolved, .steps = edge->witness.len,
	};
}

FdStep fd_step(const FdProject *project, size_t edge, size_t index)
{
	const Step *step = &whole_graph(project)->edges.items[edge].witness.items[index];

	return (FdStep){
		.file = str_text(step->site.file), .line = step->site.line, .column = step->site.column,
		.function = str_text(step->site.function), .text = str_text(step->text), .note = str_text(step->note),
	};
}

size_t fd_finding_count(const FdProject *project)
{
	return project->pipeline->graph.findings.len;
}

static FdFinding finding_of(const Finding *finding, bool is_new)
{
	return (FdFinding){
		.rule = str_text(finding->rule), .level = level_text(finding->level), .subject = str_text(finding->subject),
		.message = str_text(finding->message), .advice = str_text(finding->advice),
		.fingerprint = str_text(finding->fingerprint), .suppressed = finding->suppressed, .hidden = finding->hidden,
		.is_new = is_new,
	};
}

static const Comparison *compared(const FdProject *project)
{
	return str_empty(project->comparison.baseline) ? NULL : &project->comparison;
}

FdFinding fd_finding(const FdProject *project, size_t index)
{
	const Graph *graph = &project->pipeline->graph;
	const Finding *finding = &graph->findings.items[index];

	return finding_of(finding, finding_is_new(graph, finding, compared(project)));
}

void fd_rename(FdProject *project, const char *from, const char *to)
{
	vec_push(&project->renames, (Rename){ str_intern(from), str_intern(to) });
}

bool fd_compare(FdProject *project, const char *baseline)
{
	Pipeline *pipeline = project->pipeline;
	uint32_t errors = pipeline->diags.errors;

	graph_release(&project->old);
	comparison_release(&project->comparison);
	if (!state_load_graph(pipeline))
		return failed_by_message(project);
	if (!baseline_read(baseline, &project->old, &pipeline->diags))
		return pipeline->diags.errors > errors ? failed_by_message(project) : failed(project, "failed");
	findings_compare(&pipeline->graph, &project->old, &project->renames, pipeline->settings.all, &project->comparison);
	project->comparison.baseline = str_intern(baseline);
	return true;
}

size_t fd_fixed_count(const FdProject *project)
{
	return project->comparison.fixed.len;
}

FdFinding fd_fixed(const FdProject *project, size_t index)
{
	return finding_of(project->comparison.fixed.items[index], false);
}

/* "featdep.yml:12: untrue: …" and what was found instead. */
static void assertion_report(const Assertion *assertion, bool holds, const char *why, Text *out)
{
	text_printf(out, "%s:%u: %s: ", path_relative(str_text(assertion->file), str_text(path_current())), assertion->line,
		holds ? "holds" : "untrue");
	assertion_print(assertion, out);
	text_char(out, '\n');
	if (!holds && !str_empty(assertion->because))
		text_printf(out, "    because: %s\n", str_text(assertion->because));
	while (*why) {
		size_t length = strcspn(why, "\n");
		text_printf(out, "    %.*s\n", (int)length, why);
		why += length + (why[length] == '\n');
	}
}

static uint32_t assertions_print(const Graph *graph, const Roles *roles, bool all, Text *out)
{
	uint32_t untrue = 0;
	Query query;

	query_init(&query, graph);
	for (uint32_t i = 0; i < roles->assertions.len; i++) {
		const Assertion *assertion = &roles->assertions.items[i];
		Text why = {0};
		bool holds = assertion_holds(&query, assertion, &why);
		untrue += !holds;
		if (!holds || all)
			assertion_report(assertion, holds, text_data(&why), out);
		text_release(&why);
	}
	query_release(&query);
	if (roles->assertions.len)
		text_printf(out, "%u of %u assertions hold\n", roles->assertions.len - untrue, roles->assertions.len);
	return untrue;
}

const char *fd_assert(FdProject *project, bool all, size_t *untrue)
{
	Pipeline *pipeline = project->pipeline;
	Str manifest = pipeline_manifest(pipeline);
	Roles roles = {0};

	if (str_empty(manifest))
		manifest = manifest_find(".");
	*untrue = 0;
	text_clear(&project->summary);
	if (str_empty(manifest))
		return "";
	bool done = state_load_graph(pipeline) && manifest_load(str_text(manifest), &roles, &pipeline->diags);
	if (done)
		*untrue = assertions_print(&pipeline->graph, &roles, all, &project->summary);
	else
		failed_by_message(project);
	roles_release(&roles);
	return done ? text_data(&project->summary) : NULL;
}

bool fd_history(FdProject *project, const char *database, const char *revision)
{
	Pipeline *pipeline = project->pipeline;

	return (state_load_graph(pipeline) && history_append(database, &pipeline->graph, revision, &pipeline->diags))
		|| failed_by_message(project);
}

FdCoverage fd_coverage(const FdProject *project)
{
	const Coverage *coverage = &project->pipeline->graph.coverage;

	return (FdCoverage){
		.units = coverage->units, .units_parsed = coverage->units_parsed, .units_failed = coverage->units_failed,
		.units_skipped = coverage->units_skipped, .functions = coverage->functions,
		.functions_analysed = coverage->functions_analysed, .calls = coverage->calls,
		.calls_resolved = coverage->calls_resolved, .features = coverage->features,
		.features_resolved = coverage->features_resolved, .unresolved = coverage->unresolved.len,
	};
}

bool fd_render(FdProject *project, const char *view, const char *argument, const char *format, const char *path)
{
	Pipeline *pipeline = project->pipeline;
	RenderOptions options = {
		.view = view, .argument = argument, .format = format, .all = pipeline->settings.all,
		.link = str_empty(pipeline->settings.link) ? NULL : str_text(pipeline->settings.link),
		.rules = rule_texts(), .rule_count = rules_count, .comparison = compared(project),
	};
	Text content = {0};
	const Renderer *renderer = view ? NULL : renderer_find(format, false, &pipeline->diags);

	bool done = state_load_graph(pipeline);
	if (done && view)
		done = diagram_render(&pipeline->graph, &options, &content, &pipeline->diags);
	else if (done)
		done = renderer && renderer->render(&pipeline->graph, &options, &content, &pipeline->diags);
	if (!done)
		failed_by_message(project);
	else if (!(done = file_write(path, text_data(&content), content.len)))
		failed(project, "\"%s\" cannot be written: %s", path, strerror(errno));
	text_release(&content);
	return done;
}

const char *fd_summary(FdProject *project, bool color, unsigned width)
{
	const Settings *settings = &project->pipeline->settings;
	const char *output = str_empty(settings->output) ? NULL
		: path_relative(str_text(settings->output), str_text(path_current()));
	SummaryOptions options = { .color = color, .width = width, .all = settings->all, .output = output,
		.no_pictures = settings->no_pictures, .counts = project->pipeline->is_digest ? &project->pipeline->counts : NULL };

	text_clear(&project->summary);
	if (compared(project))
		changes_print(&project->pipeline->graph, &project->comparison, &options, &project->summary);
	else
		summary_print(&project->pipeline->graph, &options, &project->summary);
	return text_data(&project->summary);
}

const char *fd_timings(FdProject *project)
{
	text_clear(&project->timings);
	if (project->pipeline->settings.timings)
		progress_print(&project->pipeline->progress, &project->timings);
	return text_data(&project->timings);
}

const char *fd_dump(const FdProject *project)
{
	return text_data(&project->pipeline->dump);
}
