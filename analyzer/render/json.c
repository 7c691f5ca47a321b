/* graph.json: the graph as it is, for other programs. */
#include "model/graph_json.h"
#include "render/renderer.h"

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	(void)options;
	(void)diags;
	graph_json_print(graph, out);
	return true;
}

const Renderer render_json = {
	.name = "json", .suffix = ".json", .file = "graph.json", .summary = "the whole graph, by graph.schema.json", .render = render,
};
