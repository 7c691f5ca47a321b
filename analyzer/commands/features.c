/* featdep features MODEL: its inputs, and where each of them comes from. */
#include "commands/graph_file.h"
#include "render/listing.h"

static const Option options[] = { FOLDER_OPTION("o"), SAME_FOLDER_OPTION, GRAPH_OPTION, { NULL, NULL, NULL } };

static int run(const Args *args)
{
	ListingOptions listing = { .color = stdout_color(), .ascii = !locale_unicode(), .width = stdout_width() };
	const char *model = args->operands.len ? args->operands.items[0] : NULL;
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};

	bool done = graph_open(args, "o", &graph) && features_print(&graph, model, &listing, &out, &diags);
	return graph_close(&graph, done, NULL, &out, &diags);
}

const Command command_features = {
	.name = "features",
	.operands = "[MODEL]",
	.summary = "what a model is fed with, and from where",
	.options = options,
	.max_operands = 1,
	.run = run,
};
