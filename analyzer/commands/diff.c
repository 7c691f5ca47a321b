/* featdep diff OLD NEW: what changed in the graph between two runs. */
#include "commands/command.h"

#include "baseline.h"
#include "graph/compare.h"
#include "outputs.h"
#include "render/changes.h"
#include "render/html.h"
#include "rules/rule.h"

#include <string.h>

static const Option options[] = {
	{ "T", "FORMAT", "text (default), markdown or json" },
	{ "o", "FILE", "write to FILE; default: standard output" },
	{ "html", NULL, "one page for a browser: the report of NEW, with what changed" },
	{ "renames", "FILE", "files renamed: \"OLD NEW\" a line, or what `git diff --name-status -M` prints" },
	{ "exit-code", NULL, "1 when anything changed" },
	{ NULL, NULL, NULL }
};

/* -1 after a message. */
static int format_parse(const char *name)
{
	static const char *const names[] = { [DIFF_TEXT] = "text", [DIFF_MARKDOWN] = "markdown", [DIFF_JSON] = "json" };

	for (int i = 0; i < 3; i++)
		if (!strcmp(names[i], name))
			return i;
	fail("option \"-T\" needs text, markdown or json, not \"%s\"", name);
	return -1;
}

static bool graph_of(const char *path, Graph *graph, Diags *diags)
{
	if (!baseline_read(path, graph, diags))
		return false;
	if (graph->nodes.len || !graph->findings.len)
		return true;
	diag_add(diags, DIAG_ERROR, str_intern(path), 0, 0, "holds findings but no graph: give a graph.json or featdep.db");
	return false;
}

static int run(const Args *args)
{
	int format = format_parse(args_value(args, "T", "text")), status = EXIT_ERROR;
	const char *renamed = args_value(args, "renames", NULL), *path = args_value(args, "o", NULL);
	Graph before = {0}, after = {0};
	Renames renames = {0};
	Diags diags = {0};
	Text out = {0};

	bool done = format >= 0 && (!renamed || renames_read(renamed, &renames, &diags)) &&
		graph_of(args->operands.items[0], &before, &diags) && graph_of(args->operands.items[1], &after, &diags);
	diags_print(&diags);
	if (done) {
		GraphDiff diff = {0};
		graph_diff(&before, &after, &renames, &diff);
		if (args_has(args, "html"))
			html_print(&after, &before, &(RenderOptions){ .rules = rule_texts(), .rule_count = rules_count }, &out);
		else
			diff_print(&diff, (DiffFormat)format, !path && stdout_color(), &out);
		status = output_write(path, &out);
		if (status == EXIT_OK && args_has(args, "exit-code") && !graph_diff_empty(&diff))
			status = EXIT_FINDINGS;
		graph_diff_release(&diff);
	}
	vec_release(&renames);
	diags_release(&diags);
	text_release(&out);
	graph_release(&before);
	graph_release(&after);
	return status;
}

const Command command_diff = {
	.name = "diff",
	.operands = "OLD NEW",
	.summary = "signals, features, models, consumers and edges that came, went or changed",
	.details = "OLD and NEW are a graph.json, a featdep.db, or the output folder of an audit.",
	.options = options,
	.min_operands = 2,
	.max_operands = 2,
	.run = run,
};
