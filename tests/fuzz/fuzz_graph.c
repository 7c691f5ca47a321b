/* graph.json from anywhere: refused with one message, or printed the same twice. */
#include "base/bug.h"
#include "model/graph_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(const Graph *graph)
{
	Graph again = {0};
	Diags diags = {0};
	Text once = {0}, twice = {0};

	graph_json_print(graph, &once);
	if (!graph_json_parse(text_data(&once), once.len, (Str){0}, &again, &diags))
		BUG("what was printed is refused: %s", str_text(diags.items.items[0].message));
	graph_json_print(&again, &twice);
	if (once.len != twice.len || memcmp(once.data, twice.data, once.len))
		BUG("printed differently after reading");
	graph_release(&again);
	diags_release(&diags);
	text_release(&once);
	text_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Graph graph = {0};
	Diags diags = {0};
	bool read = graph_json_parse((const char *)data, size, str_intern("input"), &graph, &diags);

	if (read != (diags.errors == 0) || diags.errors > 1)
		BUG("read: %d, but %u errors", read, diags.errors);
	if (read)
		check_round_trip(&graph);
	graph_release(&graph);
	diags_release(&diags);
	return 0;
}
