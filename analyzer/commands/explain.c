/* featdep explain: the source lines that prove a dependency or a finding. */
#include "commands/graph_file.h"
#include "render/explain.h"

static const Option options[] = {
	FOLDER_OPTION("o"), SAME_FOLDER_OPTION, GRAPH_OPTION, ROOT_OPTION, { NULL, NULL, NULL }
};

static int run(const Args *args)
{
	ExplainOptions explain = { .color = stdout_color(), .ascii = !locale_unicode(), .width = stdout_width() };
	const char *second = args->operands.len > 1 ? args->operands.items[1] : NULL;
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	bool done = graph_open(args, "o", &graph)
		&& explain_print(&graph, args->operands.items[0], second, &explain, &out, &diags);
	return graph_close(&graph, done, NULL, &out, &diags);
}

const Command command_explain = {
	.name = "explain",
	.operands = "NODE [NODE] | FINDING",
	.summary = "the source lines that prove a dependency or a finding",
	.details = "Two nodes: the shortest chain of dependencies between them, and how many others there are.\n"
		"One node: all dependencies at it.\n"
		"FINDING: its fingerprint, or RULE:SUBJECT.",
	.options = options,
	.min_operands = 1,
	.max_operands = 2,
	.run = run,
};
