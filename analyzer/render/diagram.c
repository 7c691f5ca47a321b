/*
 * One picture: the view in the best style that its size allows, and when Graphviz fails at that, in simpler and
 * simpler ones, at last with half the nodes. What was given up is a diagnostic, not a secret.
 */
#include "render/diagram.h"

#include "render/dot.h"
#include "render/layout.h"

/* Processor time for each try: first the styles of the whole picture, then those of parts of it. Pictures so large that
   many parts fail start with the simplest style, so that it is some 20 s in all. */
static const double SECONDS[] = { 6, 4, 3, 2 }, COARSE_SECONDS[] = { 2, 1, 1, 1 };

enum { LEAST_LIMIT = 20 };

static const char *view_name(const DiagramOptions *options)
{
	return options->view ? options->view : view_kinds[0].name;
}

/* Tries the styles from the best on; STYLE is the one that worked. */
static bool draw_view(const View *view, const DiagramOptions *options, const char *format, const double *seconds,
	DotStyle *style, Text *out, Text *problem)
{
	Text dot = {0};
	bool ok = false;

	for (*style = dot_style_of(view); *style < DOT_STYLE_COUNT; (*style)++) {
		text_clear(&dot);
		text_clear(problem);
		dot_print(view, options, *style, &dot);
		ok = layout_render(text_data(&dot), format, seconds[*style], out, problem);
		if (ok)
			break;
	}
	text_release(&dot);
	return ok;
}

static void announce_style(const View *view, const DiagramOptions *options, DotStyle style, Diags *diags)
{
	static const char *const given_up[DOT_STYLE_COUNT] = {
		[DOT_POLYLINES] = "curves", [DOT_NO_BOXES] = "curves and boxes", [DOT_STRAIGHT] = "curves, boxes and detours",
	};

	if (style != dot_style_of(view))
		diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0, "the view \"%s\" is laid out without %s, which failed or took too long",
			view_name(options), given_up[style]);
}

/* VIEW with at most so many nodes as COARSE says, if need be without what was to be shown by itself. */
static bool build_coarse(const Graph *graph, DiagramOptions *coarse, View *view, Diags *diags)
{
	bool ok = view_build(graph, coarse, view, diags);

	if (!ok || view->nodes.len <= coarse->limit || !coarse->expand)
		return ok;
	coarse->expand = NULL;
	view_release(view);
	return view_build(graph, coarse, view, diags);
}

/* With half the nodes, and half of those, until it works. */
static bool draw_coarse(const Graph *graph, const DiagramOptions *options, uint32_t limit, const char *format, Text *out,
	Text *problem, Diags *diags)
{
	DiagramOptions coarse = *options;
	bool ok = false;

	for (coarse.limit = limit; !ok && coarse.limit >= LEAST_LIMIT; coarse.limit /= 2) {
		DotStyle style;
		View view;
		ok = build_coarse(graph, &coarse, &view, diags) &&
			draw_view(&view, &coarse, format, COARSE_SECONDS, &style, out, problem);
		if (ok)
			diag_add(diags, DIAG_WARNING, (Str){0}, 0, 0, "the view \"%s\" could not be drawn with more than %u nodes",
				view_name(options), view.nodes.len);
		view_release(&view);
	}
	return ok;
}

bool diagram_draw(const Graph *graph, const DiagramOptions *options, const char *format, Text *out, Diags *diags)
{
	Text problem = {0};
	DotStyle style;
	View view;

	if (!view_build(graph, options, &view, diags))
		return false;
	bool ok = draw_view(&view, options, format, SECONDS, &style, out, &problem);
	if (ok)
		announce_style(&view, options, style, diags);
	else
		ok = draw_coarse(graph, options, view.nodes.len / 2, format, out, &problem, diags);
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
