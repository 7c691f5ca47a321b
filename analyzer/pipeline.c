/*
 * The stages of an audit, in order. Each reads what the ones before it made and adds its own; they meet only in the
 * data of model/. Between them the data is dumped when asked for and, except in release builds, checked.
 */
#include "pipeline.h"

#include "bind/bind.h"
#include "facts_files.h"
#include "graph/address.h"
#include "graph/census.h"
#include "graph/dispatch.h"
#include "graph/experiment.h"
#include "graph/graph_check.h"
#include "graph/graph_complete.h"
#include "graph/memory.h"
#include "graph/place.h"
#include "model/facts.h"
#include "outputs.h"
#include "plan/path.h"
#include "rules/rule.h"
#include "solve/solve.h"
#include "state.h"
#include "tool.h"

#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	const char *name;
	const char *doing;         /* for people who wait */
	bool (*run)(Pipeline *pipeline);
	void (*dump)(const Pipeline *pipeline, Text *out); /* NULL: nothing to show */
} Stage;

/* compile_commands.json → the units, and build.ninja. */
static bool plan_units(Pipeline *pipeline)
{
	Settings *settings = &pipeline->settings;

	if (!str_empty(settings->facts))
		return facts_collect(settings->facts, &pipeline->facts, &pipeline->diags);
	if (settings->files.len) {
		plan_files(&settings->files, &settings->arguments, &pipeline->plan, &pipeline->diags);
	} else {
		Str database = compile_db_find(str_empty(settings->database) ? "." : str_text(settings->database));
		if (str_empty(database)) {
			diag_add(&pipeline->diags, DIAG_ERROR, (Str){0}, 0, 0, "no compile_commands.json in or above \"%s\": configure with "
				"-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, build under `bear --`, or name its folder with -p",
				str_empty(settings->database) ? "." : str_text(settings->database));
			return false;
		}
		if (!compile_db_read(database, &pipeline->plan, &pipeline->diags))
			return false;
	}
	if (!str_empty(settings->root))
		pipeline->plan.root = path_real(str_text(path_current()), str_text(settings->root));
	return ninja_write(&pipeline->plan, &pipeline->ninja, &pipeline->facts, &pipeline->facts_current, &pipeline->diags);
}

Str pipeline_manifest(const Pipeline *pipeline)
{
	const Settings *settings = &pipeline->settings;
	const Str starts[] = {
		str_empty(pipeline->plan.database) ? (Str){0} : path_parent(str_text(pipeline->plan.database)),
		str_empty(pipeline->plan.root) ? pipeline->program.root : pipeline->plan.root,
	};

	if (!str_empty(settings->manifest) || settings->no_manifest)
		return settings->manifest;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		Str found = str_empty(starts[i]) ? (Str){0} : manifest_find(str_text(starts[i]));
		if (!str_empty(found))
			return found;
	}
	return (Str){0};
}

/* What packs and the manifest say. */
static bool read_roles(Pipeline *pipeline)
{
	Str packs = tool_data("packs"), manifest = pipeline_manifest(pipeline);

	if (!str_empty(packs))
		packs_load(str_text(packs), &pipeline->roles, &pipeline->diags);
	if (!pipeline->roles.roles.len)
		diag_add(&pipeline->diags, DIAG_WARNING, packs, 0, 0, "featdep's packs %s: libraries for inference and input are "
			"unknown; %s", str_empty(packs) ? "are missing" : "are not in their folder, or it cannot be read",
			str_text(tool_data_advice("packs")));
	return str_empty(manifest) || manifest_load(str_text(manifest), &pipeline->roles, &pipeline->diags);
}

/* Facts made elsewhere name the root that a manifest is looked for in. */
static bool roles_before_facts(const Pipeline *pipeline)
{
	return str_empty(pipeline->settings.facts) || !str_empty(pipeline->settings.manifest);
}

/* Units and build.ninja; mistakes in the manifest are told before the units are read, which can take long. */
static bool run_plan(Pipeline *pipeline)
{
	return plan_units(pipeline) && (!roles_before_facts(pipeline) || pipeline->settings.plan_only || read_roles(pipeline));
}

/* Called by ninja_run. */
static void extract_finished(void *context, uint32_t done, uint32_t all)
{
	Pipeline *pipeline = context;
	Str what = str_format("%u units", pipeline->facts.len);

	progress_part(&pipeline->progress, str_text(what), done, all);
}

/* ninja runs `featdep extract` over the units: one facts file each. */
static bool run_extract(Pipeline *pipeline)
{
	Text log = {0};

	if (!str_empty(pipeline->settings.facts) || pipeline->facts_current)
		return true;
	pipeline->ninja.finished = extract_finished;
	pipeline->ninja.context = pipeline;
	bool done = ninja_run(&pipeline->ninja, &log, &pipeline->diags);
	if (!done) {
		progress_clear(&pipeline->progress);
		fputs(text_data(&log), stderr);
	}
	text_release(&log);
	return done;
}

/* Facts of the units and of the library stubs → one program. */
static bool run_link(Pipeline *pipeline)
{
	Linker *linker = linker_new();

	facts_link(&pipeline->facts, !str_empty(pipeline->settings.facts), linker, &pipeline->diags);
	stubs_link(linker, &pipeline->diags);
	linker_finish(linker, &pipeline->program, &pipeline->diags);
	return true;
}

/* Who is who in the program. */
static bool run_bind(Pipeline *pipeline)
{
	if (!roles_before_facts(pipeline) && !read_roles(pipeline))
		return false;
	bind_annotations(&pipeline->roles, &pipeline->program, &pipeline->diags);
	bind_comments(&pipeline->roles, &pipeline->program, &pipeline->diags);
	bind_roles(&pipeline->roles, &pipeline->program, &pipeline->diags);
	bind_pointers(&pipeline->roles, &pipeline->program);
	return true;
}

/* Value flow through the whole program → nodes and edges with witnesses. */
static bool run_solve(Pipeline *pipeline)
{
	Graph *graph = &pipeline->graph;
	SolveOptions options = {0};

	if (pipeline->settings.dumps & 1u << stage_find("flow"))
		options.dump = &pipeline->dump;
	graph->root = pipeline->program.root;
	graph->project = pipeline->roles.project;
	if (str_empty(graph->project))
		graph->project = str_intern(path_base(str_text(graph->root)));
	coverage_units(&pipeline->program, &graph->coverage);
	solve(&pipeline->program, &pipeline->roles, &options, graph, &pipeline->diags);
	return true;
}

/* Source texts, modules, owners, one order; lines by role, code that never runs. */
static bool run_graph(Pipeline *pipeline)
{
	memory_mark(&pipeline->program, &pipeline->roles, &pipeline->graph);
	places_find(&pipeline->program, &pipeline->graph);
	graph_complete(&pipeline->graph, &pipeline->roles, &pipeline->diags);
	census_count(&pipeline->program, &pipeline->roles, &pipeline->graph);
	addresses_find(&pipeline->program, &pipeline->graph);
	dispatch_find(&pipeline->program, &pipeline->graph);
	experiments_find(&pipeline->program, &pipeline->roles, &pipeline->graph);
	return true;
}

/* Findings. */
static bool run_rules(Pipeline *pipeline)
{
	rules_run(&pipeline->graph, &pipeline->roles, &pipeline->diags);
	return true;
}

/* Reports, pictures, database. */
static bool run_outputs(Pipeline *pipeline)
{
	return outputs_write(pipeline);
}

static void dump_plan(const Pipeline *pipeline, Text *out)
{
	for (uint32_t i = 0; i < pipeline->plan.units.len; i++) {
		const PlanUnit *unit = &pipeline->plan.units.items[i];
		text_printf(out, "%s", path_relative(str_text(unit->file), str_text(pipeline->plan.root)));
		if (!str_empty(unit->variant))
			text_printf(out, " [%s]", str_text(unit->variant));
		if (!str_empty(unit->message))
			text_printf(out, ": %s", str_text(unit->message));
		for (uint32_t j = 0; j < unit->arguments.len; j++)
			text_printf(out, " %s", str_text(shell_quote(str_text(unit->arguments.items[j]))));
		text_char(out, '\n');
	}
}

static void dump_facts(const Pipeline *pipeline, Text *out)
{
	for (uint32_t i = 0; i < pipeline->facts.len; i++)
		file_read(str_text(pipeline->facts.items[i]), out);
}

static void dump_program(const Pipeline *pipeline, Text *out)
{
	facts_print(&pipeline->program, out);
}

static void dump_roles(const Pipeline *pipeline, Text *out)
{
	roles_print(&pipeline->roles, &pipeline->program, out);
}

static void dump_graph(const Pipeline *pipeline, Text *out)
{
	output_print(&pipeline->graph, "json", true, out);
}

static void dump_findings(const Pipeline *pipeline, Text *out)
{
	for (uint32_t i = 0; i < pipeline->graph.findings.len; i++) {
		const Finding *finding = &pipeline->graph.findings.items[i];
		text_printf(out, "%s %s %s%s%s: %s\n", level_text(finding->level), str_text(finding->rule),
			str_text(finding->subject), finding->hidden ? " hidden" : "", finding->suppressed ? " suppressed" : "",
			str_text(finding->message));
	}
}

static const Stage stages[] = {
	{ "plan", "planning", run_plan, dump_plan },
	{ "facts", "extracting", run_extract, dump_facts },
	{ "program", "linking", run_link, dump_program },
	{ "roles", "binding roles", run_bind, dump_roles },
	{ "flow", "solving", run_solve, NULL },
	{ "graph", "completing graph", run_graph, dump_graph },
	{ "findings", "checking rules", run_rules, dump_findings },
	{ "outputs", "writing", run_outputs, NULL },
};

enum { STAGES = sizeof stages / sizeof *stages, FIRST_AFTER_FACTS = 2 };

static void stage_check(const Pipeline *pipeline, const Stage *stage)
{
#ifdef FEATDEP_CHECKS
	Text problem = {0};

	if (stage->run == run_link && !module_check(&pipeline->program, &problem))
		BUG("after %s: %s", stage->name, text_data(&problem));
	if ((stage->run == run_graph || stage->run == run_rules) && !graph_check(&pipeline->graph, &problem))
		BUG("after %s: %s", stage->name, text_data(&problem));
	text_release(&problem);
#else
	(void)pipeline;
	(void)stage;
#endif
}

static bool prepare(Pipeline *pipeline)
{
	Settings *settings = &pipeline->settings;
	const char *output = str_empty(settings->output) ? "featdep-out" : str_text(settings->output);
	cpu_set_t processors;

	if (!settings->jobs)
		settings->jobs = sched_getaffinity(0, sizeof processors, &processors) ? 1 : (uint32_t)CPU_COUNT(&processors);
	settings->output = path_join(str_text(path_current()), output);
	if (settings->plan_only)
		settings->stop_after = stage_find("plan");
	pipeline->ninja = (NinjaOptions){
		.output = settings->output, .tool = tool_path(), .tool_id = tool_id(), .jobs = settings->jobs,
		.batch = settings->batch, .timeout = settings->timeout,
	};
	Str problem = tool_data_problem();
	if (!str_empty(problem))
		diag_add(&pipeline->diags, DIAG_WARNING, (Str){0}, 0, 0, "%s: featdep's own data is used instead where there is any",
			str_text(problem));
	if (!str_empty(pipeline->ninja.tool))
		return output_lock(settings->output, &pipeline->lock, &pipeline->diags);
	diag_add(&pipeline->diags, DIAG_ERROR, (Str){0}, 0, 0,
		"the program \"featdep\" is not found beside the library or on PATH");
	return false;
}

static bool stages_run(Pipeline *pipeline)
{
	outputs_clean(pipeline);
	for (int i = 0; i < STAGES; i++) {
		const Stage *stage = &stages[i];
		if (i == FIRST_AFTER_FACTS) {
			progress_phase(&pipeline->progress, "comparing");
			if (state_reuse(pipeline))
				break;
		}
		progress_phase(&pipeline->progress, stage->doing);
		if (!stage->run(pipeline))
			return false;
		stage_check(pipeline, stage);
		if (stage->dump && pipeline->settings.dumps & 1u << i)
			stage->dump(pipeline, &pipeline->dump);
		if (pipeline->settings.stop_after == i)
			return true;
	}
	return true;
}

bool pipeline_run(Pipeline *pipeline)
{
	progress_init(&pipeline->progress, pipeline->settings.quiet);
	bool done = prepare(pipeline) && stages_run(pipeline);
	progress_phase(&pipeline->progress, NULL);
	return done;
}

void pipeline_init(Pipeline *pipeline)
{
	*pipeline = (Pipeline){ .settings = { .timeout = 120, .stop_after = -1 }, .lock = -1 };
}

void pipeline_release(Pipeline *pipeline)
{
	vec_release(&pipeline->settings.files);
	vec_release(&pipeline->settings.arguments);
	plan_release(&pipeline->plan);
	vec_release(&pipeline->facts);
	roles_release(&pipeline->roles);
	module_release(&pipeline->program);
	graph_release(&pipeline->graph);
	vec_release(&pipeline->outputs);
	contents_release(&pipeline->contents);
	progress_release(&pipeline->progress);
	if (pipeline->lock >= 0)
		close(pipeline->lock);
	diags_release(&pipeline->diags);
	text_release(&pipeline->dump);
}

int stage_find(const char *name)
{
	for (int i = 0; i < STAGES; i++)
		if (!strcmp(stages[i].name, name))
			return i;
	return -1;
}

void stage_names(Text *out, const char *separator)
{
	for (int i = 0; i < STAGES; i++)
		text_printf(out, "%s%s", i ? separator : "", stages[i].name);
}
