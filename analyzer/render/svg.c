/* Pictures as SVG, drawn by Graphviz. */
#include "render/diagram.h"

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	return diagram_draw(graph, options, "svg", out, diags);
}

const Renderer render_svg = {
	.name = "svg", .suffix = ".svg", .summary = "SVG, with links and tooltips", .is_picture = true, .render = render,
};
