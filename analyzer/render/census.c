/*
 * The census: how small a part the model is of the code around it, by lines of code per role, as bars. The bar of the
 * model is black, as in the figure that this view takes after (Sculley et al., figure 1).
 */
#include "render/dot.h"

#include "render/select.h"
#include "render/theme.h"

enum { BAR_POINTS = 420 };

static uint32_t census_total(const Graph *graph)
{
	uint32_t total = 0;

	for (int role = 0; role < CODE_COUNT; role++)
		total += graph->census[role];
	return total;
}

static int compare_lines(const void *a, const void *b)
{
	const ViewNode *x = a, *y = b;

	if (x->lines != y->lines)
		return x->lines > y->lines ? -1 : 1;
	return str_compare(x->name, y->name);
}

bool census_build(Selection *selection, const char *argument, View *view, Diags *diags)
{
	const Graph *graph = selection->graph;
	uint32_t total = census_total(graph);

	(void)argument;
	(void)diags;
	view->shape = SHAPE_CENSUS;
	for (int role = 0; role < CODE_COUNT; role++) {
		uint32_t lines = graph->census[role];
		const char *name = code_role_text((CodeRole)role);
		if (!lines)
			continue;
		ViewNode *node = vec_add(&view->nodes);
		*node = (ViewNode){ .column = role == CODE_MODEL ? COLUMN_MODEL : COLUMN_CONSUMER, .mark = MARK_NONE,
			.id = str_format("code:%s", name), .name = str_intern(name), .members = 1, .lines = lines, .box = UINT32_MAX };
		node->detail = str_format("%u line%s, %.1f %%", lines, lines == 1 ? "" : "s", 100.0 * lines / total);
		node->tip = node->detail;
	}
	vec_sort(&view->nodes, compare_lines);
	view->title = str_empty(graph->project) ? str_intern("the model and the code around it") :
		str_format("%s: the model and the code around it", str_text(graph->project));
	view->subtitle = str_format("%u lines of code by what they do; %u roles drawn of %d", total, view->nodes.len,
		(int)CODE_COUNT);
	view->total_nodes = graph->nodes.len;
	view->total_edges = graph->edges.len;
	if (!total) {
		view->empty = str_intern("no lines of code were counted");
		view->advice = str_intern("run the audit again: an older graph.json has no census");
	}
	return true;
}

void dot_put_census(const View *view, const RenderOptions *options, Text *out)
{
	const Theme *theme = theme_of(options->dark);
	uint32_t most = view->nodes.len ? view->nodes.items[0].lines : 1;

	text_put(out, "\t\"census\" [shape=plaintext, style=\"\", tooltip=\"census\", label=<<TABLE BORDER=\"0\" CELLSPACING=\"4\""
		" CELLPADDING=\"2\">\n");
	for (uint32_t i = 0; i < view->nodes.len; i++) {
		const ViewNode *node = &view->nodes.items[i];
		bool model = node->column == COLUMN_MODEL;
		uint32_t points = (uint32_t)((uint64_t)node->lines * BAR_POINTS / most);
		text_printf(out, "<TR><TD ALIGN=\"RIGHT\">%s", model ? "<B>" : "");
		text_html(out, str_text(node->name));
		text_printf(out, "%s</TD><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>"
			"<TD FIXEDSIZE=\"TRUE\" HEIGHT=\"22\" WIDTH=\"%u\" BORDER=\"1\" COLOR=\"%s\" BGCOLOR=\"%s\"></TD><TD FIXEDSIZE=\"TRUE\" WIDTH=\"110\" HEIGHT=\"22\" ALIGN=\"LEFT\"> "
			"<FONT COLOR=\"%s\" POINT-SIZE=\"10\">%s</FONT></TD><TD WIDTH=\"%u\"></TD></TR></TABLE></TD></TR>\n", model ? "</B>" : "",
			points > 2 ? points : 2, model ? theme->text : theme->columns[COLUMN_SIGNAL].line,
			model ? theme->text : theme->columns[COLUMN_SIGNAL].fill, theme->muted, str_text(node->detail), BAR_POINTS + 2 - points);
	}
	text_put(out, "</TABLE>>];\n");
}
