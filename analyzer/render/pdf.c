/* Pictures as PDF, drawn by Graphviz. */
#include "render/diagram.h"

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	return diagram_draw(graph, options, "pdf", out, diags);
}

const Renderer render_pdf = {
	.name = "pdf", .suffix = ".pdf", .summary = "PDF document", .is_picture = true, .render = render,
};
