/*
 * Pictures as Mermaid text, which code hosts draw in Markdown. Columns are its subgraphs; what Mermaid has no line for
 * is said by dashes of a linkStyle. Names stand in quotes, with its own escapes.
 */
#include "render/label.h"
#include "render/theme.h"

#include <string.h>

typedef struct {
	const View *view;
	const Theme *theme;
	Text *out;
} Mermaid;

/* On one line; what Mermaid or HTML would obey as its numbered escapes. */
static void put_text(Text *out, const char *text)
{
	Text plain = {0};

	label_plain(&plain, text);
	for (const char *c = text_data(&plain); *c; c++) {
		if (strchr("\"#;<>&`\\[]{}|", *c))
			text_printf(out, "#%d;", *c);
		else
			text_char(out, *c == '\t' ? ' ' : *c);
	}
	text_release(&plain);
}

static void put_node(const Mermaid *mermaid, uint32_t index)
{
	static const struct { const char *open, *close; } shapes[COLUMN_COUNT] = {
		[COLUMN_SIGNAL] = { "([", "])" }, [COLUMN_STATE] = { "[(", ")]" }, [COLUMN_FEATURE] = { "(", ")" },
		[COLUMN_MODEL] = { "[[", "]]" }, [COLUMN_PREDICTION] = { "([", "])" }, [COLUMN_CONSUMER] = { "[", "]" },
		[COLUMN_VALUE] = { "(", ")" },
	};
	static const char *const classes[] = {
		[MARK_CONTEXT] = "context", [MARK_NONE] = NULL, [MARK_UNUSED] = "unused", [MARK_HIDDEN] = "hidden",
		[MARK_FOCUS] = NULL,
	};
	const ViewNode *node = &mermaid->view->nodes.items[index];
	const Str lines[] = { node->name, node->detail, node->place };

	text_printf(mermaid->out, "\t\tn%u%s\"", index, shapes[node->column].open);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (str_empty(lines[i]))
			continue;
		text_put(mermaid->out, i ? "<br/>" : "");
		put_text(mermaid->out, str_text(lines[i]));
	}
	text_printf(mermaid->out, "\"%s:::%s\n", shapes[node->column].close,
		classes[node->mark] ? classes[node->mark] : column_noun(node->column));
}

static void put_columns(const Mermaid *mermaid)
{
	const View *view = mermaid->view;

	for (Column c = 0; c < COLUMN_COUNT; c++) {
		if (!view->columns[c])
			continue;
		text_printf(mermaid->out, "\tsubgraph column%d[\"%s %u\"]\n", (int)c, column_title(c), view->columns[c]);
		for (uint32_t i = 0; i < view->nodes.len; i++)
			if (view->nodes.items[i].column == c)
				put_node(mermaid, i);
		text_put(mermaid->out, "\tend\n");
	}
}

static void put_edges(const Mermaid *mermaid)
{
	static const char *const arrows[] = { [DEP_CONTROL] = "-.->", [DEP_INDEX] = "-->", [DEP_DATA] = "-->" };

	for (uint32_t i = 0; i < mermaid->view->edges.len; i++) {
		const ViewEdge *edge = &mermaid->view->edges.items[i];
		bool thick = edge->kind == DEP_DATA && (edge->feedback || edge->cascade);
		text_printf(mermaid->out, "\tn%u %s%s n%u\n", edge->from, thick ? "==>" : arrows[edge->kind],
			edge->unresolved ? edge->delayed ? "|later ?|" : "|?|" : edge->delayed ? "|later|" : "", edge->to);
	}
	for (uint32_t i = 0; i < mermaid->view->edges.len; i++) {
		const ViewEdge *edge = &mermaid->view->edges.items[i];
		const Theme *theme = mermaid->theme;
		if (edge->kind != DEP_INDEX && !edge->feedback && !edge->cascade)
			continue;
		text_printf(mermaid->out, "\tlinkStyle %u stroke:%s%s\n", i,
			edge->feedback ? theme->feedback : edge->cascade ? theme->cascade : theme->edge,
			edge->kind == DEP_INDEX ? ",stroke-dasharray:2 3" : "");
	}
}

static void put_class(const Mermaid *mermaid, const char *name, Paint paint, const char *more)
{
	text_printf(mermaid->out, "\tclassDef %s fill:%s,stroke:%s,color:%s%s\n", name, paint.fill, paint.line,
		mermaid->theme->text, more);
}

static void put_classes(const Mermaid *mermaid)
{
	const Theme *theme = mermaid->theme;

	put_class(mermaid, "signal", theme->columns[COLUMN_SIGNAL], "");
	put_class(mermaid, "state", theme->columns[COLUMN_STATE], "");
	put_class(mermaid, "feature", theme->columns[COLUMN_FEATURE], "");
	put_class(mermaid, "model", theme->columns[COLUMN_MODEL], "");
	put_class(mermaid, "prediction", theme->columns[COLUMN_PREDICTION], "");
	put_class(mermaid, "consumer", theme->columns[COLUMN_CONSUMER], "");
	if (mermaid->view->columns[COLUMN_VALUE])
		put_class(mermaid, "value", theme->columns[COLUMN_VALUE], "");
	put_class(mermaid, "hidden", theme->hidden, ",stroke-width:3px");
	put_class(mermaid, "unused", theme->unused, ",stroke-dasharray:4 3");
	put_class(mermaid, "context", theme->context, "");
}

static void put_title(const Mermaid *mermaid)
{
	Text title = {0};

	label_plain(&title, str_text(mermaid->view->title));
	text_put(mermaid->out, "---\ntitle: ");
	text_json(mermaid->out, text_data(&title));
	text_put(mermaid->out, "\n---\nflowchart LR\n\tabout[\"");
	put_text(mermaid->out, str_text(mermaid->view->subtitle));
	text_put(mermaid->out, "<br/>solid: data, dashed: control, dotted: index<br/>thick orange: closes a loop, later: "
		"reaches only a later call<br/>thick purple: prediction into a model, amber: undeclared consumer, "
		"grey: unused\"]:::context\n");
	text_release(&title);
}

/* Mermaid has charts of its own for parts of a whole. */
static void put_census(const View *view, Text *out)
{
	Text title = {0};

	label_plain(&title, str_text(view->title));
	text_printf(out, "pie showData\n\ttitle %s\n", text_data(&title));
	for (uint32_t i = 0; i < view->nodes.len; i++)
		text_printf(out, "\t\"%s\" : %u\n", str_text(view->nodes.items[i].name), view->nodes.items[i].lines);
	text_release(&title);
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	View view;
	Mermaid mermaid = { &view, theme_of(options->dark), out };
	bool ok = view_build(graph, options, &view, diags);

	if (ok && view.shape == SHAPE_CENSUS && view.nodes.len) {
		put_census(&view, out);
	} else if (ok) {
		put_title(&mermaid);
		if (!view.nodes.len) {
			text_put(out, "\tempty[\"");
			put_text(out, str_text(view.empty));
			text_put(out, "<br/>");
			put_text(out, str_text(view.advice));
			text_put(out, "\"]\n");
		}
		put_columns(&mermaid);
		put_edges(&mermaid);
		put_classes(&mermaid);
	}
	view_release(&view);
	return ok;
}

const Renderer render_mermaid = {
	.name = "mermaid", .suffix = ".mmd", .summary = "Mermaid text, for Markdown pages", .is_picture = true,
	.render = render,
};
