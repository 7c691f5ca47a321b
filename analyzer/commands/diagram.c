/* featdep diagram VIEW [NODE]: one picture of the last audit. */
#include "commands/graph_file.h"

#include "render/diagram.h"

static const Option options[] = {
	{ "T", "FORMAT", "svg (default), png, pdf, dot or another, see below" },
	{ "o", "FILE", "where to write it; default: standard output" },
	FOLDER_OPTION("out"), GRAPH_OPTION,
	{ "group-by", "WHAT", "boxes around nodes: module, file or none" },
	{ "expand", "OBJECT", "draw the elements of this array or struct one by one" },
	{ "depth", "N", "steps from NODE; default: all" },
	{ "limit", "N", "nodes to draw before the rest is folded; default: 60" },
	{ "kinds", "KIND,…", "dependencies to draw: data, index, control; default: all" },
	{ "link", "URL", "link of places to the source, with {file} and {line} in it" },
	{ "dark", NULL, "for a dark background" },
	{ NULL, NULL, NULL }
};

static void views_print(Text *out)
{
	text_put(out, "views:\n");
	for (const ViewKind *view = view_kinds; view->name; view++)
		text_printf(out, "  %-18s %-6s %s\n", view->name, view->argument ? view->argument : "", view->summary);
	text_put(out, "formats:\n");
	for (size_t i = 0; renderers[i]; i++)
		if (renderers[i]->is_picture)
			text_printf(out, "  %-18s        %s\n", renderers[i]->name, renderers[i]->summary);
}

static int run(const Args *args)
{
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0};
	DiagramOptions diagram = {
		.view = args->operands.len ? args->operands.items[0] : NULL,
		.argument = args->operands.len > 1 ? args->operands.items[1] : NULL,
		.format = args_value(args, "T", "svg"), .group_by = args_value(args, "group-by", NULL),
		.expand = args_value(args, "expand", NULL), .link = args_value(args, "link", NULL), .dark = args_has(args, "dark"),
	};

	bool done = number_parse(args, "depth", &diagram.depth) && number_parse(args, "limit", &diagram.limit)
		&& kinds_parse(args_value(args, "kinds", NULL), &diagram.kinds);
	if (done && !diagram.view)
		views_print(&out);
	else if (done)
		done = graph_open(args, "out", &graph) && diagram_render(&graph, &diagram, &out, &diags);
	return graph_close(&graph, done, args_value(args, "o", NULL), &out, &diags);
}

const Command command_diagram = {
	.name = "diagram",
	.operands = "[VIEW [NODE]]",
	.summary = "draw one picture of the last audit; without VIEW: the list of views and formats",
	.options = options,
	.max_operands = 2,
	.run = run,
};
