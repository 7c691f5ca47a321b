/*
 * A View as DOT text, which is both the output format of that name and what Graphviz lays out. Columns are ranks held
 * by a row of headings: headings come last, because dot then puts them on top. Boxes are clusters inside one column:
 * across columns they would force long detours.
 */
#include "render/dot.h"

#include "render/label.h"
#include "render/theme.h"

#include <string.h>

enum { BOX_LABEL_WIDTH = 36, TITLE_WIDTH = 110, TITLE_SIZE = 18 };

typedef struct {
	const View *view;
	const RenderOptions *options;
	const Theme *theme;
	DotStyle style;
	Text *out;
} Dot;

DotStyle dot_style_of(const View *view)
{
	if (view->edges.len > 1500 || view->nodes.len > 600)
		return DOT_STRAIGHT;
	if (view->edges.len > 600 || view->nodes.len > 250)
		return DOT_NO_BOXES;
	return view->edges.len > 150 ? DOT_POLYLINES : DOT_CURVES;
}

static void put_html(Text *out, Str text)
{
	text_html(out, str_text(text));
}

static void put_legend_item(const Dot *dot, const char *color, const char *glyph, const char *text)
{
	text_printf(dot->out, "<FONT COLOR=\"%s\">%s</FONT> %s    ", color, glyph, text);
}

static bool any_mark(const View *view, Mark mark)
{
	for (uint32_t i = 0; i < view->nodes.len; i++)
		if (view->nodes.items[i].mark == mark)
			return true;
	return false;
}

static bool any_column(const View *view, Column column)
{
	for (uint32_t i = 0; i < view->nodes.len; i++)
		if (view->nodes.items[i].column == column)
			return true;
	return false;
}

static void put_legend_columns(const Dot *dot)
{
	for (Column c = 0; c < COLUMN_COUNT; c++)
		if (dot->view->columns[c])
			put_legend_item(dot, dot->theme->columns[c].line, "■", column_noun(c));
}

static void put_legend_kinds(const Dot *dot)
{
	static const struct { DepKind kind; const char *arrow, *letter; } kinds[] = {
		{ DEP_DATA, "──▶", "D" }, { DEP_CONTROL, "─ ─▶", "c" }, { DEP_INDEX, "····▶", "i" },
	};
	bool letters = dot->view->shape == SHAPE_MATRIX;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		put_legend_item(dot, letters ? dot->theme->text : dot->theme->edge, letters ? kinds[i].letter : kinds[i].arrow,
			dep_kind_text(kinds[i].kind));
}

static void put_legend(const Dot *dot)
{
	const View *view = dot->view;
	const Theme *theme = dot->theme;
	bool feedback = false, delayed = false, cascade = false, unresolved = false;

	for (uint32_t i = 0; i < view->edges.len; i++) {
		feedback |= view->edges.items[i].feedback;
		delayed |= view->edges.items[i].delayed;
		cascade |= view->edges.items[i].cascade;
		unresolved |= view->edges.items[i].unresolved;
	}
	if (view->shape == SHAPE_FREE)
		put_legend_columns(dot);
	if (view->shape != SHAPE_CENSUS && view->edges.len)
		put_legend_kinds(dot);
	if (view->shape == SHAPE_CENSUS && any_column(view, COLUMN_MODEL))
		put_legend_item(dot, theme->text, "■", "the model itself");
	if (view->shape == SHAPE_MATRIX && (feedback || delayed))
		put_legend_item(dot, theme->feedback, "↻", "reaches only a later call, or closes a loop");
	else if (delayed)
		put_legend_item(dot, theme->edge, "○──▶", "reaches only a later call");
	if (feedback && view->shape != SHAPE_MATRIX)
		put_legend_item(dot, theme->feedback, "━━▶", "closes a loop");
	if (cascade && view->shape != SHAPE_MATRIX)
		put_legend_item(dot, theme->cascade, "━━▶", "prediction into a model");
	if (unresolved)
		put_legend_item(dot, theme->edge, view->shape == SHAPE_MATRIX ? "?" : "──▷ ?", "not fully resolved");
	if (any_mark(view, MARK_HIDDEN))
		put_legend_item(dot, theme->hidden.line, "■", "undeclared consumer");
	if (any_mark(view, MARK_UNUSED) && view->shape != SHAPE_MATRIX)
		put_legend_item(dot, theme->unused.line, "▨", "unused");
}

static void put_row(const Dot *dot, const char *color, double size, const char *open, Str text, const char *close)
{
	Text cut = {0};

	label_cut(&cut, str_text(text), (uint32_t)(TITLE_WIDTH * TITLE_SIZE / size));
	text_printf(dot->out, "<TR><TD ALIGN=\"LEFT\"><FONT COLOR=\"%s\" POINT-SIZE=\"%.0f\">%s", color, size, open);
	text_html(dot->out, text_data(&cut));
	text_printf(dot->out, "%s</FONT></TD></TR>", close);
	text_release(&cut);
}

/* Of what is drawn: none when nothing is. */
static void put_legend_row(const Dot *dot)
{
	Text legend = {0};
	Dot part = *dot;

	part.out = &legend;
	put_legend(&part);
	if (legend.len)
		text_printf(dot->out, "<TR><TD ALIGN=\"LEFT\"><FONT COLOR=\"%s\" POINT-SIZE=\"10\">%s</FONT></TD></TR>",
			dot->theme->muted, text_data(&legend));
	text_release(&legend);
}

static void put_heading(const Dot *dot)
{
	text_put(dot->out, "\t\tlabel=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"0\">");
	put_row(dot, dot->theme->text, TITLE_SIZE, "<B>", dot->view->title, "</B>");
	put_row(dot, dot->theme->muted, 10, "", dot->view->subtitle, "");
	put_legend_row(dot);
	if (dot->view->shape != SHAPE_COLUMNS || !dot->view->nodes.len)
		text_put(dot->out, "<TR><TD HEIGHT=\"8\"></TD></TR>");
	if (!dot->view->nodes.len) {
		put_row(dot, dot->theme->text, 14, "", dot->view->empty, "");
		put_row(dot, dot->theme->muted, 11, "", dot->view->advice, "");
	}
	text_put(dot->out, "</TABLE>>, labelloc=t, labeljust=l];\n");
}

static void put_graph(const Dot *dot)
{
	static const char *const splines[] = { "true", "polyline", "polyline", "line" };
	const Theme *theme = dot->theme;
	double ranksep = dot->view->shape == SHAPE_FREE ? 0.5 : dot->view->edges.len > 120 ? 1.8 : dot->view->edges.len > 50 ? 1.3 : 0.9;

	text_printf(dot->out, "\tgraph [\n\t\trankdir=LR, newrank=true, ranksep=%.1f, nodesep=0.14, splines=%s, pad=0.3,\n"
		"\t\tnslimit=20, nslimit1=20, mclimit=%s, bgcolor=\"%s\", fontname=\"Helvetica,Arial,sans-serif\",\n",
		ranksep, splines[dot->style], dot->style < DOT_STRAIGHT ? "1" : "0.1", theme->background);
	put_heading(dot);
	text_printf(dot->out, "\tnode [shape=box, style=\"rounded,filled\", fontname=\"Helvetica,Arial,sans-serif\","
		" fontsize=11, height=0.3, margin=\"0.11,0.04\",\n\t\tfontcolor=\"%s\"];\n", theme->text);
	text_printf(dot->out, "\tedge [arrowsize=0.65, color=\"%s\", fontcolor=\"%s\","
		" fontname=\"Helvetica,Arial,sans-serif\", fontsize=11];\n", theme->edge, theme->edge);
}

static void put_label_line(const Dot *dot, Str text, Mark mark)
{
	if (str_empty(text))
		return;
	text_printf(dot->out, "<TR><TD><FONT POINT-SIZE=\"9\" COLOR=\"%s\">",
		mark == MARK_HIDDEN ? dot->theme->text : dot->theme->muted);
	put_html(dot->out, text);
	text_put(dot->out, "</FONT></TD></TR>");
}

static void put_name(Text *out, const ViewNode *node)
{
	label_id(out, str_text(node->has_rest ? str_format("+%s", str_text(node->id)) : node->id));
}

static void put_url(const char *link, const Site *site, Text *out)
{
	for (const char *c = link; *c; c++) {
		if (!strncmp(c, "{file}", 6)) {
			text_put(out, str_text(site->file));
			c += 5;
		} else if (!strncmp(c, "{line}", 6)) {
			text_printf(out, "%u", site->line);
			c += 5;
		} else {
			text_char(out, *c);
		}
	}
}

void dot_put_link(const RenderOptions *options, const Site *site, const char *name, Text *out)
{
	Text url = {0};

	if (!options->link || str_empty(site->file))
		return;
	put_url(options->link, site, &url);
	text_put(out, name);
	label_quote(out, text_data(&url));
	text_release(&url);
}

static void put_link(const Dot *dot, const Site *site)
{
	dot_put_link(dot->options, site, ", URL=", dot->out);
}

static Paint node_paint(const Dot *dot, const ViewNode *node)
{
	switch (node->mark) {
	case MARK_HIDDEN:
		return dot->theme->hidden;
	case MARK_UNUSED:
		return dot->theme->unused;
	case MARK_CONTEXT:
		return dot->theme->context;
	case MARK_NONE:
	case MARK_FOCUS:
		break;
	}
	return dot->theme->columns[node->column];
}

static void put_node(const Dot *dot, const ViewNode *node, const char *indent)
{
	static const char *const shapes[COLUMN_COUNT] = {
		[COLUMN_STATE] = ", shape=cylinder, style=filled", [COLUMN_MODEL] = ", shape=component, style=filled",
		[COLUMN_PREDICTION] = ", shape=ellipse, style=filled, margin=\"0.02,0.02\"",
	};
	Paint paint = node_paint(dot, node);

	text_put(dot->out, indent);
	put_name(dot->out, node);
	text_printf(dot->out, " [label=<<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD HEIGHT=\"2\"></TD></TR><TR><TD>%s",
		node->has_rest ? "<I>" : "<B>");
	put_html(dot->out, node->name);
	text_printf(dot->out, "%s</TD></TR>", node->has_rest ? "</I>" : "</B>");
	put_label_line(dot, node->detail, node->mark);
	put_label_line(dot, node->place, node->mark);
	text_printf(dot->out, "</TABLE>>, fillcolor=\"%s\", color=\"%s\"", paint.fill, paint.line);
	if (shapes[node->column])
		text_put(dot->out, shapes[node->column]);
	if (node->mark == MARK_UNUSED)
		text_put(dot->out, ", style=\"rounded,filled,dashed\"");
	if (node->mark == MARK_FOCUS || node->mark == MARK_HIDDEN)
		text_put(dot->out, ", penwidth=2.4");
	text_put(dot->out, ", tooltip=");
	label_quote(dot->out, str_text(node->tip));
	put_link(dot, &node->site);
	text_put(dot->out, "];\n");
}

static bool draws_boxes(const Dot *dot)
{
	return dot->style < DOT_NO_BOXES && dot->view->shape != SHAPE_FREE;
}

static uint32_t box_size(const View *view, uint32_t box)
{
	uint32_t size = 0;

	for (uint32_t i = 0; i < view->nodes.len; i++)
		size += view->nodes.items[i].box == box;
	return size;
}

static void put_box(const Dot *dot, uint32_t box)
{
	const View *view = dot->view;
	Text label = {0};

	label_cut(&label, str_text(view->boxes.items[box].label), BOX_LABEL_WIDTH);
	text_printf(dot->out, "\tsubgraph cluster_%u {\n\t\tlabel=<", box);
	text_html(dot->out, text_data(&label));
	text_printf(dot->out, ">; style=rounded; color=\"%s\"; fontcolor=\"%s\"; fontsize=9; labeljust=l; margin=7;\n",
		dot->theme->box, dot->theme->muted);
	for (uint32_t i = 0; i < view->nodes.len; i++)
		if (view->nodes.items[i].box == box)
			put_node(dot, &view->nodes.items[i], "\t\t");
	text_put(dot->out, "\t}\n");
	text_release(&label);
}

/* Dot may also loop for ever on clusters in a rank that has edges of its own. */
static bool has_inner_edge(const View *view, Column column)
{
	for (uint32_t i = 0; i < view->edges.len; i++) {
		const ViewEdge *edge = &view->edges.items[i];
		if (edge->from != edge->to && view->nodes.items[edge->from].column == column &&
			view->nodes.items[edge->to].column == column)
			return true;
	}
	return false;
}

static bool is_boxed(const Dot *dot, const ViewNode *node)
{
	return draws_boxes(dot) && node->box != UINT32_MAX && box_size(dot->view, node->box) > 1 &&
		!has_inner_edge(dot->view, node->column);
}

static void put_nodes(const Dot *dot)
{
	const View *view = dot->view;

	for (uint32_t i = 0; i < view->nodes.len; i++) {
		const ViewNode *node = &view->nodes.items[i];
		if (!is_boxed(dot, node))
			put_node(dot, node, "\t");
		else if (!i || node->box != view->nodes.items[i - 1].box)
			put_box(dot, node->box);
	}
}

static void put_rank(const Dot *dot, Column column)
{
	text_printf(dot->out, "\t{ rank=same; \"column %s\";", column_title(column));
	for (uint32_t i = 0; i < dot->view->nodes.len; i++) {
		if (dot->view->nodes.items[i].column != column)
			continue;
		text_char(dot->out, ' ');
		put_name(dot->out, &dot->view->nodes.items[i]);
		text_char(dot->out, ';');
	}
	text_put(dot->out, " }\n");
}

static void put_columns(const Dot *dot)
{
	const View *view = dot->view;
	const char *before = NULL;

	for (Column c = 0; c < COLUMN_COUNT; c++)
		if (view->columns[c])
			text_printf(dot->out, "\t\"column %s\" [label=<<B>%s</B> %u>, shape=plaintext, style=\"\", fontsize=13,"
				" fontcolor=\"%s\", tooltip=\"%s\"];\n", column_title(c), column_title(c), view->columns[c],
				dot->theme->columns[c].line, column_title(c));
	for (Column c = 0; c < COLUMN_COUNT; c++) {
		if (!view->columns[c])
			continue;
		if (before)
			text_printf(dot->out, "\t\"column %s\" -> \"column %s\" [style=invis, weight=100];\n", before,
				column_title(c));
		before = column_title(c);
		put_rank(dot, c);
	}
}

static double edge_width(const ViewEdge *edge)
{
	double width = edge->feedback || edge->cascade ? 1.7 : 1;

	for (uint32_t count = edge->count; count > 1 && width < 2.5; count /= 4)
		width += 0.4;
	return width;
}

static const char *edge_color(const Dot *dot, const ViewEdge *edge)
{
	const ViewNode *from = &dot->view->nodes.items[edge->from], *to = &dot->view->nodes.items[edge->to];

	if (edge->feedback)
		return dot->theme->feedback;
	if (edge->cascade)
		return dot->theme->cascade;
	if (to->mark == MARK_HIDDEN)
		return dot->theme->hidden.line;
	if (from->mark == MARK_CONTEXT || to->mark == MARK_CONTEXT || to->mark == MARK_UNUSED || from->has_rest ||
		to->has_rest)
		return dot->theme->context.line;
	return NULL;
}

/* In columns, an edge to the left is written from its target: dot may loop for ever on edges against the ranks and on
   edges without constraint between clusters. */
static void put_edge(const Dot *dot, const ViewEdge *edge)
{
	static const char *const styles[] = { [DEP_CONTROL] = "dashed", [DEP_INDEX] = "dotted", [DEP_DATA] = "solid" };
	const View *view = dot->view;
	const ViewNode *from = &view->nodes.items[edge->from], *to = &view->nodes.items[edge->to];
	bool turned = view->shape != SHAPE_FREE && to->column < from->column;

	text_char(dot->out, '\t');
	put_name(dot->out, turned ? to : from);
	text_put(dot->out, " -> ");
	put_name(dot->out, turned ? from : to);
	text_printf(dot->out, " [%sstyle=%s", edge->delayed ? "dir=both, " : turned ? "dir=back, " : "", styles[edge->kind]);
	if (edge_color(dot, edge))
		text_printf(dot->out, ", color=\"%s\"", edge_color(dot, edge));
	if (edge_width(edge) > 1)
		text_printf(dot->out, ", penwidth=%.1f", edge_width(edge));
	if (view->shape == SHAPE_FREE && edge->feedback)
		text_put(dot->out, ", constraint=false");
	else if (view->shape != SHAPE_FREE && edge->backward)
		text_put(dot->out, ", weight=0");
	if (edge->delayed)
		text_printf(dot->out, ", arrow%s=odot", turned ? "head" : "tail");
	if (edge->unresolved)
		text_printf(dot->out, ", arrow%s=onormal, %slabel=\"?\"", turned ? "tail" : "head", turned ? "tail" : "head");
	text_put(dot->out, ", edgetooltip=");
	label_quote(dot->out, str_text(edge->tip));
	put_link(dot, &edge->site);
	text_put(dot->out, "];\n");
}

void dot_print(const View *view, const RenderOptions *options, DotStyle style, Text *out)
{
	Dot dot = { view, options, theme_of(options->dark), style, out };

	text_put(out, "digraph featdep {\n");
	put_graph(&dot);
	if (!view->nodes.len) {
		text_put(out, "\t\"empty\" [shape=point, style=invis];\n");
	} else if (view->shape == SHAPE_MATRIX) {
		dot_put_matrix(view, options, out);
	} else if (view->shape == SHAPE_CENSUS) {
		dot_put_census(view, options, out);
	} else {
		put_nodes(&dot);
		for (uint32_t i = 0; i < view->edges.len; i++)
			put_edge(&dot, &view->edges.items[i]);
		if (view->shape != SHAPE_FREE)
			put_columns(&dot);
	}
	text_put(out, "}\n");
}

static bool render_as_dot(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	View view;
	bool ok = view_build(graph, options, &view, diags);

	if (ok)
		dot_print(&view, options, dot_style_of(&view), out);
	view_release(&view);
	return ok;
}

const Renderer render_dot = {
	.name = "dot", .suffix = ".dot", .summary = "DOT text, for Graphviz tools", .is_picture = true,
	.render = render_as_dot,
};
