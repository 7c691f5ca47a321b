/* Pictures as PNG, drawn by Graphviz. */
#include "render/diagram.h"

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	return diagram_draw(graph, options, "png", out, diags);
}

const Renderer render_png = {
	.name = "png", .suffix = ".png", .summary = "PNG image", .is_picture = true, .render = render,
};
