/*
 * The matrix as a table of HTML-like cells. Graphviz cannot turn text, so the names of columns are steps: each on a
 * line of its own, from above its column to the right, with a line down to it. Cells say the kind by letter and tint.
 */
#include "render/dot.h"

#include "render/label.h"
#include "render/theme.h"

enum { CELL_WIDTH = 24 };

typedef struct {
	const View *view;
	const RenderOptions *options;
	const Theme *theme;
	VEC(uint32_t) rows, columns; /* indexes of nodes; models before features */
	uint32_t overhang;           /* points that names need to the right of the last column */
	Map cells;                   /* map_key(row, column) → index of an edge */
	Text *out;
} Table;

static void put_font(const Table *table, const char *color, int size, const char *text)
{
	text_printf(table->out, "<FONT COLOR=\"%s\" POINT-SIZE=\"%d\">", color, size);
	text_html(table->out, text);
	text_put(table->out, "</FONT>");
}

/* An attribute that keeps its lines: Graphviz does not turn "\\n" into one in a cell. */
static void put_tooltip(const Table *table, const char *tip)
{
	Text line = {0};

	text_put(table->out, " TOOLTIP=\"");
	for (; *tip; tip++) {
		if (*tip == '\n' || *tip == '\\') {
			text_html(table->out, text_data(&line));
			text_clear(&line);
			text_put(table->out, *tip == '\n' ? "&#10;" : "\\\\");
		} else {
			text_char(&line, *tip);
		}
	}
	text_html(table->out, text_data(&line));
	text_char(table->out, '"');
	text_release(&line);
}

/* What a cell links to, and says under the mouse; Graphviz says nothing without a link. */
static void put_place(const Table *table, const Site *site, Str tip)
{
	if (!table->options->link || str_empty(site->file))
		return;
	put_tooltip(table, str_text(tip));
	dot_put_link(table->options, site, " HREF=", table->out);
}

static void put_name(const Table *table, const ViewNode *node)
{
	text_put(table->out, node->has_rest ? "<I>" : "<B>");
	put_font(table, table->theme->columns[node->column].line, 11, str_text(node->name));
	text_put(table->out, node->has_rest ? "</I>" : "</B>");
	if (!str_empty(node->detail) || !str_empty(node->place)) {
		text_put(table->out, "  ");
		put_font(table, table->theme->muted, 9, str_text(str_empty(node->detail) ? node->place : node->detail));
	}
}

/* Lines from the names above down to the columns before COLUMN. */
static void put_stems(const Table *table, uint32_t column)
{
	for (uint32_t i = 0; i < column; i++)
		text_printf(table->out, "<TD BORDER=\"1\" SIDES=\"L\" COLOR=\"%s\" FIXEDSIZE=\"TRUE\" WIDTH=\"24\" HEIGHT=\"16\"></TD>",
			table->theme->box);
}

static void put_heading(const Table *table, uint32_t column)
{
	const ViewNode *node = &table->view->nodes.items[table->columns.items[column]];

	text_put(table->out, "<TR><TD></TD>");
	put_stems(table, column);
	text_printf(table->out, "<TD COLSPAN=\"%u\" ALIGN=\"LEFT\" BORDER=\"1\" SIDES=\"L\" COLOR=\"%s\" HEIGHT=\"16\"",
		table->columns.len - column + 1, table->theme->box);
	put_place(table, &node->site, node->tip);
	text_put(table->out, "> ");
	put_name(table, node);
	text_put(table->out, "</TD></TR>\n");
}

static void put_cell(const Table *table, const ViewEdge *edge)
{
	static const char *const letters[] = { [DEP_CONTROL] = "c", [DEP_INDEX] = "i", [DEP_DATA] = "D" };
	const Theme *theme = table->theme;
	bool later = edge->feedback || edge->delayed;
	const char *fills[] = { [DEP_CONTROL] = theme->columns[COLUMN_PREDICTION].fill,
		[DEP_INDEX] = theme->columns[COLUMN_MODEL].fill, [DEP_DATA] = theme->columns[COLUMN_SIGNAL].fill };

	text_printf(table->out, "<TD BGCOLOR=\"%s\" BORDER=\"1\" COLOR=\"%s\" FIXEDSIZE=\"TRUE\" WIDTH=\"24\" HEIGHT=\"20\"",
		fills[edge->kind], later ? theme->feedback : theme->box);
	put_place(table, &edge->site, edge->tip);
	text_char(table->out, '>');
	put_font(table, later ? theme->feedback : theme->text, 11, letters[edge->kind]);
	if (later)
		put_font(table, theme->feedback, 9, "↻");
	if (edge->unresolved)
		put_font(table, theme->text, 9, "?");
	text_put(table->out, "</TD>");
}

static void put_row(const Table *table, uint32_t row)
{
	const ViewNode *node = &table->view->nodes.items[row];
	uint32_t edge;

	text_put(table->out, "<TR><TD ALIGN=\"RIGHT\"");
	put_place(table, &node->site, node->tip);
	text_char(table->out, '>');
	put_name(table, node);
	text_put(table->out, " </TD>");
	for (uint32_t i = 0; i < table->columns.len; i++) {
		if (map_get(&table->cells, map_key(row, table->columns.items[i]), &edge))
			put_cell(table, &table->view->edges.items[edge]);
		else
			text_printf(table->out, "<TD BORDER=\"1\" COLOR=\"%s\" FIXEDSIZE=\"TRUE\" WIDTH=\"24\" HEIGHT=\"20\"></TD>",
				table->theme->box);
	}
	text_printf(table->out, "<TD WIDTH=\"%u\"></TD></TR>\n", table->overhang);
}

static void put_table(const Table *table)
{
	text_printf(table->out, "\t\"matrix\" [shape=plaintext, style=\"\", fontcolor=\"%s\", tooltip=\"matrix\","
		" label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">\n", table->theme->text);
	for (uint32_t i = 0; i < table->columns.len; i++)
		put_heading(table, i);
	for (uint32_t i = 0; i < table->rows.len; i++)
		put_row(table, table->rows.items[i]);
	text_put(table->out, "</TABLE>>];\n");
}

/* By the usual width of letters; Graphviz widens the last columns when it is too little. */
static uint32_t name_points(const ViewNode *node)
{
	Str small = str_empty(node->detail) ? node->place : node->detail;

	return label_width(str_text(node->name)) * 8 + label_width(str_text(small)) * 6 + 16;
}

static void measure(Table *table)
{
	for (uint32_t i = 0; i < table->columns.len; i++) {
		uint32_t needed = name_points(&table->view->nodes.items[table->columns.items[i]]);
		uint32_t room = (table->columns.len - i) * CELL_WIDTH;
		if (needed > room + table->overhang)
			table->overhang = needed - room;
	}
}

static void put_columns_of(Table *table, Column column)
{
	for (uint32_t i = 0; i < table->view->nodes.len; i++)
		if (table->view->nodes.items[i].column == column)
			vec_push(&table->columns, i);
}

void dot_put_matrix(const View *view, const RenderOptions *options, Text *out)
{
	Table table = { .view = view, .options = options, .theme = theme_of(options->dark), .out = out };
	uint32_t known;

	for (uint32_t i = 0; i < view->nodes.len; i++)
		if (view_is_row(&view->nodes.items[i]))
			vec_push(&table.rows, i);
	put_columns_of(&table, COLUMN_MODEL);
	put_columns_of(&table, COLUMN_FEATURE);
	for (uint32_t i = 0; i < view->edges.len; i++) {
		const ViewEdge *edge = &view->edges.items[i];
		uint64_t key = map_key(edge->from, edge->to);
		if (!map_get(&table.cells, key, &known) || edge->kind > view->edges.items[known].kind)
			map_put(&table.cells, key, i);
	}
	measure(&table);
	put_table(&table);
	map_release(&table.cells);
	vec_release(&table.rows);
	vec_release(&table.columns);
}
