/* graph.json of an audit, read back for a question about it. */
#include "commands/graph_file.h"

#include "model/graph_json.h"
#include "plan/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static Str graph_path(const Args *args, const char *folder_option)
{
	const char *file = args_value(args, "graph", NULL);

	return file ? str_intern(file) :
		str_format("%s/graph.json", args_value(args, folder_option, args_value(args, "out", "featdep-out")));
}

static Site first_site(const Graph *graph)
{
	for (uint32_t n = 0; n < graph->nodes.len; n++) {
		const Sites *sites = &graph->nodes.items[n].sites;
		for (uint32_t i = 0; i < sites->len; i++)
			if (!str_empty(sites->items[i].file) && *str_text(sites->items[i].file) != '/')
				return sites->items[i];
	}
	return (Site){0};
}

/* A graph.json does not say where its file names start from: mostly above the folder that it is in, else above the
   current one. Empty when the sources are gone. */
static Str root_find(const Graph *graph, Str path)
{
	const char *current = str_text(path_current()), *file = str_text(first_site(graph).file);
	const Str starts[] = { path_parent(str_text(path_real(current, str_text(path)))), path_current() };

	for (size_t i = 0; i < sizeof starts / sizeof *starts && *file; i++) {
		Str found = path_find_upward(str_text(starts[i]), file);
		size_t length = str_length(found), tail = strlen(file) + 1;
		if (length > tail)
			return str_intern_n(str_text(found), length - tail);
	}
	return (Str){0};
}

bool graph_open(const Args *args, const char *folder_option, Graph *graph)
{
	Str path = graph_path(args, folder_option);
	Text content = {0};
	Diags diags = {0};
	bool done = file_read(str_text(path), &content);

	if (!done && errno == ENOENT && !args_has(args, "graph"))
		fail("there is no \"%s\": run `featdep audit` first, or name the folder of its results with %s%s", str_text(path),
			folder_option[1] ? "--" : "-", folder_option);
	else if (!done)
		fail("\"%s\" cannot be read: %s", str_text(path), strerror(errno));
	else
		done = graph_json_parse(text_data(&content), content.len, path, graph, &diags);
	if (done)
		graph->root = args_has(args, "root") ? path_real(str_text(path_current()), args_value(args, "root", NULL)) :
			root_find(graph, path);
	diags_print(&diags);
	diags_release(&diags);
	text_release(&content);
	return done;
}

bool number_parse(const Args *args, const char *option, uint32_t *out)
{
	const char *value = args_value(args, option, "0");
	char *end;
	unsigned long number = strtoul(value, &end, 10);

	if (*end || end == value || *value == '-' || number > UINT32_MAX) {
		fail("option \"--%s\" needs a number, not \"%s\"", option, value);
		return false;
	}
	*out = (uint32_t)number;
	return true;
}

static uint32_t kind_bit(const char *name, size_t length)
{
	for (DepKind kind = DEP_CONTROL; kind <= DEP_DATA; kind++)
		if (strlen(dep_kind_text(kind)) == length && !strncmp(dep_kind_text(kind), name, length))
			return 1u << kind;
	return 0;
}

bool kinds_parse(const char *value, uint32_t *out)
{
	while (value && *value) {
		size_t length = strcspn(value, ",");
		uint32_t bit = kind_bit(value, length);
		if (!bit) {
			fail("option \"--kinds\" needs data, index or control, not \"%.*s\"", (int)length, value);
			return false;
		}
		*out |= bit;
		value += length + (value[length] == ',');
	}
	return true;
}

int graph_close(Graph *graph, bool done, const char *path, Text *out, Diags *diags)
{
	int status = EXIT_ERROR;

	diags_print(diags);
	if (done)
		status = output_write(path, out);
	text_release(out);
	diags_release(diags);
	graph_release(graph);
	return status;
}
