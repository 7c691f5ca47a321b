/* featdep diagram VIEW [NODE]: one picture of the last audit. */
#include "commands/graph_file.h"

#include "render/diagram.h"

#include <string.h>

static const Option options[] = {
	{ "T", "FORMAT", "svg (default), png, pdf, dot or another, see below" },
	{ "o", "FILE", "where to write it; default: standard output" },
	FOLDER_OPTION("out"), GRAPH_OPTION,
	{ "group-by", "WHAT", "boxes around nodes: module, file, function or none" },
	{ "expand", "NAME,…", "do not fold these arrays, structs, modules or nodes; all: nothing" },
	{ "depth", "N", "steps from NODE; default: all" },
	{ "limit", "N", "nodes to draw before the rest is folded; default: 60" },
	{ "kinds", "KIND,…", "dependencies to draw: data, index, control; default: all" },
	{ "link-template", "TEMPLATE", "link of places to the source, with {file} and {line} in it" },
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

static const ViewKind *view_named(const char *name)
{
	for (const ViewKind *view = view_kinds; name && view->name; view++)
		if (!strcmp(view->name, name))
			return view;
	return NULL;
}

/* Divides the operands behind the view into its argument and the selector, which may be several words. */
static void operands_divide(const Args *args, DiagramOptions *diagram, Text *selector)
{
	const ViewKind *view = view_named(diagram->view);
	uint32_t next = 1;

	if (view && view->argument && args->operands.len > next)
		diagram->argument = args->operands.items[next++];
	for (; next < args->operands.len; next++)
		text_printf(selector, "%s%s", selector->len ? " " : "", args->operands.items[next]);
	diagram->select = selector->len ? text_data(selector) : NULL;
}

static int run(const Args *args)
{
	Graph graph = {0};
	Diags diags = {0};
	Text out = {0}, selector = {0};
	DiagramOptions diagram = {
		.view = args->operands.len ? args->operands.items[0] : NULL,
		.format = args_value(args, "T", "svg"), .group_by = args_value(args, "group-by", NULL),
		.expand = args_value(args, "expand", NULL), .link = args_value(args, "link-template", NULL),
		.dark = args_has(args, "dark"),
	};

	operands_divide(args, &diagram, &selector);
	bool done = number_parse(args, "depth", &diagram.depth) && number_parse(args, "limit", &diagram.limit)
		&& kinds_parse(args_value(args, "kinds", NULL), &diagram.kinds);
	if (done && !diagram.view)
		views_print(&out);
	else if (done)
		done = graph_open(args, "out", &graph) && diagram_render(&graph, &diagram, &out, &diags);
	text_release(&selector);
	return graph_close(&graph, done, args_value(args, "o", NULL), &out, &diags);
}

const Command command_diagram = {
	.name = "diagram",
	.operands = "[VIEW [NODE] [SELECTOR…]]",
	.summary = "draw one picture of the last audit; without VIEW: the list of views and formats",
	.details = "SELECTORs say which nodes of the view to draw: x, +x (with all that x depends on), x+ (with all that\n"
		"depends on x), 2+x+1 (so many steps), where x is a node, a pattern (\"user.*\") or kind:, module:, owner: or\n"
		"file: with a pattern. Several are joined; those with commas between them (+ctr,kind:signal) must all match.\n"
		"In `steps` they choose features and signals, and values in between come along; `census` takes none.",
	.options = options,
	.max_operands = UINT32_MAX,
	.run = run,
};
