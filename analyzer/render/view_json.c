/* Pictures as JSON: what is drawn, for other programs that draw. The whole graph is graph.json. */
#include "render/view.h"

static void put_key(Text *out, const char *before, const char *key)
{
	text_printf(out, "%s\"%s\": ", before, key);
}

static void put_string(Text *out, const char *key, Str value)
{
	if (str_empty(value))
		return;
	put_key(out, ", ", key);
	text_json(out, str_text(value));
}

static void put_flag(Text *out, const char *key, bool value)
{
	if (value)
		text_printf(out, ", \"%s\": true", key);
}

static void put_site(Text *out, const Site *site)
{
	put_string(out, "file", site->file);
	if (site->line)
		text_printf(out, ", \"line\": %u", site->line);
}

/* Those that it stands for, when they are several. */
static void put_members(const ViewNode *node, const Graph *graph, Text *out)
{
	if (node->nodes.len > 1)
		text_put(out, ", \"ids\": [");
	for (uint32_t i = 0; i < node->nodes.len && node->nodes.len > 1; i++) {
		text_put(out, i ? ", " : "");
		text_json(out, str_text(graph->nodes.items[node->nodes.items[i]].id));
	}
	text_put(out, node->nodes.len > 1 ? "]" : "");
}

static void put_node(const View *view, const Graph *graph, uint32_t index, Text *out)
{
	const ViewNode *node = &view->nodes.items[index];

	text_printf(out, "    {\"column\": \"%s\"", column_noun(node->column));
	put_string(out, "id", node->id);
	put_string(out, "name", node->name);
	put_string(out, "detail", node->detail);
	put_string(out, "mark", str_intern(mark_text(node->mark)));
	if (node->box != UINT32_MAX)
		put_string(out, "box", view->boxes.items[node->box].label);
	put_string(out, "place", node->place);
	put_site(out, &node->site);
	text_printf(out, ", \"members\": %u", node->members);
	put_members(node, graph, out);
	if (view->shape == SHAPE_CENSUS)
		text_printf(out, ", \"lines\": %u", node->lines);
	put_flag(out, "folded", node->has_rest);
	put_string(out, "tooltip", node->tip);
	text_char(out, '}');
}

static void put_edge(const ViewEdge *edge, Text *out)
{
	text_printf(out, "    {\"from\": %u, \"to\": %u, \"kind\": \"%s\", \"count\": %u", edge->from, edge->to,
		dep_kind_text(edge->kind), edge->count);
	put_flag(out, "feedback", edge->feedback);
	put_flag(out, "delayed", edge->delayed);
	put_flag(out, "cascade", edge->cascade);
	put_flag(out, "unresolved", edge->unresolved);
	put_site(out, &edge->site);
	put_string(out, "tooltip", edge->tip);
	text_char(out, '}');
}

void view_json_print(const View *view, const Graph *graph, Text *out)
{
	static const char *const shapes[] = {
		[SHAPE_COLUMNS] = "columns", [SHAPE_FREE] = "free", [SHAPE_MATRIX] = "matrix", [SHAPE_CENSUS] = "census",
	};

	text_printf(out, "{\n  \"version\": 1, \"shape\": \"%s\"", shapes[view->shape]);
	put_string(out, "title", view->title);
	put_string(out, "subtitle", view->subtitle);
	put_string(out, "empty", view->empty);
	put_string(out, "advice", view->advice);
	text_printf(out, ",\n  \"total_nodes\": %u, \"total_edges\": %u,\n  \"nodes\": [", view->total_nodes, view->total_edges);
	for (uint32_t i = 0; i < view->nodes.len; i++) {
		text_put(out, i ? ",\n" : "\n");
		put_node(view, graph, i, out);
	}
	text_put(out, "\n  ],\n  \"edges\": [");
	for (uint32_t i = 0; i < view->edges.len; i++) {
		text_put(out, i ? ",\n" : "\n");
		put_edge(&view->edges.items[i], out);
	}
	text_put(out, "\n  ]\n}\n");
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	View view;
	bool ok = view_build(graph, options, &view, diags);

	if (ok)
		view_json_print(&view, graph, out);
	view_release(&view);
	return ok;
}

const Renderer render_view_json = {
	.name = "json", .suffix = ".json", .summary = "JSON of what is drawn, for other programs", .is_picture = true,
	.render = render,
};
