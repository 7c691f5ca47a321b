/* featdep impact NODE: everything downstream of it. */
#include "commands/graph_file.h"
#include "render/listing.h"

static const Option options[] = {
	FOLDER_OPTION("o"), SAME_FOLDER_OPTION, GRAPH_OPTION,
	{ "depth", "N", "steps from NODE; default: all" },
	{ "kinds", "KIND,…", "dependencies to follow: data, index, control; default: all" },
	{ NULL, NULL, NULL }
};

static int run(const Args *args)
{
	ListingOptions listing = { .color = stdout_color(), .ascii = !locale_unicode(), .width = stdout_width() };
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	bool done = number_parse(args, "depth", &listing.depth) && kinds_parse(args_value(args, "kinds", NULL), &listing.kinds)
		&& graph_open(args, "o", &graph) && impact_print(&graph, args->operands.items[0], &listing, &out, &diags);
	return graph_close(&graph, done, NULL, &out, &diags);
}

const Command command_impact = {
	.name = "impact",
	.operands = "NODE",
	.summary = "what is affected when a signal, feature or model changes",
	.details = "NODE is an id as in graph.json (signal:user.age) or the name alone when it is unique.",
	.options = options,
	.min_operands = 1,
	.max_operands = 1,
	.run = run,
};
