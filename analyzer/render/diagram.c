/*
 * One picture: the view in the best style that its size allows, and when Graphviz fails at that, in simpler and
 * simpler ones, at last with half the nodes. What was given up is a diagnostic, not a secret.
 */
#include "render/diagram.h"

#include "render/dot.h"
#include "render/layout.h"

static const double SECONDS = 3;

static const char *view_name(const DiagramOptions *options)
{
	return options->view ? options->view : view_kinds[0].name;
}

/* Tries the styles from the best on. */
static bool draw_view(const View *view, const DiagramOptions *options, const char *format, Text *out, Text *problem)
{
	Text dot = {0};
	bool ok = false;

	for (DotStyle style = dot_style_of(view); !ok && style < DOT_STYLE_COUNT; style++) {
		text_clear(&dot);
		text_clear(problem);
		dot_print(view, options, style, &dot);
		ok = layout_render(text_data(&dot), format, SECONDS, out, problem);
	}
	text_release(&dot);
	return ok;
}

bool diagram_draw(const Graph *graph, const DiagramOptions *options, const char *format, Text *out, Diags *diags)
{
	DiagramOptions coarse = *options;
	Text problem = {0};
	View view;

	if (!view_build(graph, options, &view, diags))
		return false;
	bool ok = draw_view(&view, options, format, out, &problem);
	if (!ok && view.nodes.len > 1) {
		coarse.limit = view.nodes.len / 2;
		view_release(&view);
		ok = view_build(graph, &coarse, &view, diags) && draw_view(&view, &coarse, format, out, &problem);
		if (ok)
			diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0, "the view \"%s\" could not be drawn with more than %u nodes",
				view_name(options), coarse.limit);
	}
	if (!ok)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "cannot draw the view \"%s\" as %s: %s; -T dot gives its text",
			view_name(options), format, text_data(&problem));
	view_release(&view);
	text_release(&problem);
	return ok;
}

bool diagram_render(const Graph *graph, const DiagramOptions *options, Text *out, Diags *diags)
{
	const Renderer *renderer = renderer_find(options->format ? options->format : "svg", true, diags);

	return renderer && renderer->render(graph, options, out, diags);
}
