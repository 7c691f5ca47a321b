/* Pictures as GraphML, for yEd, Gephi, Cytoscape and NetworkX: nodes and edges with everything a picture says. */
#include "render/view.h"

static void put_key(Text *out, const char *of, const char *name, const char *type)
{
	text_printf(out, "  <key id=\"%.1s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", of, name, of, name, type);
}

static void put_string(Text *out, const char *key, Str value)
{
	if (str_empty(value))
		return;
	text_printf(out, "      <data key=\"%s\">", key);
	text_html(out, str_text(value));
	text_put(out, "</data>\n");
}

static void put_flag(Text *out, const char *key, bool value)
{
	if (value)
		text_printf(out, "      <data key=\"%s\">true</data>\n", key);
}

static void put_number(Text *out, const char *key, uint32_t value)
{
	text_printf(out, "      <data key=\"%s\">%u</data>\n", key, value);
}

static void put_keys(Text *out)
{
	static const char *const node_texts[] = { "id", "kind", "label", "detail", "mark", "box", "file", "tooltip" };
	static const char *const edge_texts[] = { "kind", "file", "tooltip" };
	static const char *const edge_flags[] = { "feedback", "delayed", "cascade", "unresolved" };

	put_key(out, "graph", "title", "string");
	put_key(out, "graph", "subtitle", "string");
	for (size_t i = 0; i < sizeof node_texts / sizeof *node_texts; i++)
		put_key(out, "node", node_texts[i], "string");
	put_key(out, "node", "line", "int");
	put_key(out, "node", "members", "int");
	for (size_t i = 0; i < sizeof edge_texts / sizeof *edge_texts; i++)
		put_key(out, "edge", edge_texts[i], "string");
	for (size_t i = 0; i < sizeof edge_flags / sizeof *edge_flags; i++)
		put_key(out, "edge", edge_flags[i], "boolean");
	put_key(out, "edge", "line", "int");
	put_key(out, "edge", "count", "int");
}

static void put_node(const View *view, uint32_t index, Text *out)
{
	const ViewNode *node = &view->nodes.items[index];

	text_printf(out, "    <node id=\"n%u\">\n", index);
	put_string(out, "n_id", node->id);
	put_string(out, "n_kind", str_intern(column_noun(node->column)));
	put_string(out, "n_label", node->name);
	put_string(out, "n_detail", node->detail);
	put_string(out, "n_mark", str_intern(mark_text(node->mark)));
	if (node->box != UINT32_MAX)
		put_string(out, "n_box", view->boxes.items[node->box].label);
	put_string(out, "n_file", node->site.file);
	put_string(out, "n_tooltip", node->tip);
	put_number(out, "n_line", node->site.line);
	put_number(out, "n_members", node->members);
	text_put(out, "    </node>\n");
}

static void put_edge(const ViewEdge *edge, uint32_t index, Text *out)
{
	text_printf(out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">\n", index, edge->from, edge->to);
	put_string(out, "e_kind", str_intern(dep_kind_text(edge->kind)));
	put_string(out, "e_file", edge->site.file);
	put_string(out, "e_tooltip", edge->tip);
	put_flag(out, "e_feedback", edge->feedback);
	put_flag(out, "e_delayed", edge->delayed);
	put_flag(out, "e_cascade", edge->cascade);
	put_flag(out, "e_unresolved", edge->unresolved);
	put_number(out, "e_line", edge->site.line);
	put_number(out, "e_count", edge->count);
	text_put(out, "    </edge>\n");
}

static bool render(const Graph *graph, const RenderOptions *options, Text *out, Diags *diags)
{
	View view;
	bool ok = view_build(graph, options, &view, diags);

	if (ok) {
		text_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
		put_keys(out);
		text_put(out, "  <graph id=\"featdep\" edgedefault=\"directed\">\n");
		put_string(out, "g_title", view.title);
		put_string(out, "g_subtitle", view.nodes.len ? view.subtitle : view.empty);
		for (uint32_t i = 0; i < view.nodes.len; i++)
			put_node(&view, i, out);
		for (uint32_t i = 0; i < view.edges.len; i++)
			put_edge(&view.edges.items[i], i, out);
		text_put(out, "  </graph>\n</graphml>\n");
	}
	view_release(&view);
	return ok;
}

const Renderer render_graphml = {
	.name = "graphml", .suffix = ".graphml", .summary = "GraphML, for graph editors and libraries", .is_picture = true,
	.render = render,
};
