/* usage: render_report GRAPH.json [BASE.json]: prints report.html; for pages of graphs that no analysis makes. */
#include "model/graph_json.h"
#include "render/html.h"

#include <stdio.h>

static bool graph_read(const char *path, Graph *graph)
{
	Text content = {0};
	Diags diags = {0};
	bool done = file_read(path, &content)
		&& graph_json_parse(text_data(&content), content.len, str_intern(path), graph, &diags);

	for (uint32_t i = 0; i < diags.items.len; i++)
		fprintf(stderr, "%s: %s\n", path, str_text(diags.items.items[i].message));
	diags_release(&diags);
	text_release(&content);
	return done;
}

int main(int argc, char **argv)
{
	Graph graph = {0}, base = {0};
	Text page = {0};

	if (argc < 2 || !graph_read(argv[1], &graph) || (argc > 2 && !graph_read(argv[2], &base)))
		return 2;
	html_print(&graph, argc > 2 ? &base : NULL, &(RenderOptions){ .link = "https://source.example/{file}#L{line}" }, &page);
	fwrite(text_data(&page), 1, page.len, stdout);
	text_release(&page);
	graph_release(&graph);
	graph_release(&base);
	return 0;
}
