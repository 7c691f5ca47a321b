/*
 * Facts are represented in the key by the contents of their files and lists of inputs; the latter stand for the sources,
 * from which texts are taken. An output that somebody changed or removed counts as a change. The text of both files may
 * be damaged: what does not read is as if it were not there.
 */
#include "state.h"

#include "model/graph_json.h"
#include "plan/path.h"
#include "render/findings.h"
#include "tool.h"

#include <errno.h>
#include <fts.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char header[] = "featdep state 3 ", digest_name[] = "state.json";

static uint64_t hash_str(uint64_t seed, Str text)
{
	return hash_bytes(hash_u64(seed, str_length(text)), str_text(text), str_length(text));
}

static uint64_t hash_file(uint64_t seed, const char *path)
{
	Text content = {0};

	file_read(path, &content);
	seed = hash_bytes(hash_u64(seed, content.len), text_data(&content), content.len);
	text_release(&content);
	return seed;
}

static int entry_order(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static uint64_t hash_folder(uint64_t seed, Str folder)
{
	char *const roots[] = { (char *)(uintptr_t)str_text(folder), NULL };
	FTS *walk = str_empty(folder) ? NULL : fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, entry_order);

	for (FTSENT *entry; walk && (entry = fts_read(walk));)
		if (entry->fts_info == FTS_F)
			seed = hash_file(hash_bytes(seed, entry->fts_name, entry->fts_namelen), entry->fts_path);
	if (walk)
		fts_close(walk);
	return seed;
}

/* Suppressions end on a day. */
static uint64_t day(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return (epoch ? strtoull(epoch, NULL, 10) : (uint64_t)time(NULL)) / (24 * 60 * 60);
}

static uint64_t state_key(Pipeline *pipeline)
{
	const Settings *settings = &pipeline->settings;
	Str manifest = pipeline_manifest(pipeline);
	const Str texts[] = { pipeline->ninja.tool_id, manifest, settings->link, settings->history, settings->output,
		pipeline->plan.root };
	uint64_t key = hash_u64(day(), settings->no_pictures);

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		key = hash_str(key, texts[i]);
	key = hash_file(key, str_text(manifest));
	key = hash_folder(key, tool_data("packs"));
	key = hash_folder(key, tool_data("facts"));
	for (uint32_t i = 0; i < pipeline->facts.len; i++) {
		Str facts = pipeline->facts.items[i];
		key = hash_str(key, facts);
		key = hash_u64(key, contents_hash(&pipeline->contents, facts));
		key = hash_u64(key, contents_hash(&pipeline->contents, str_format("%s.inputs", str_text(facts))));
	}
	return key;
}

static Str path_of(const Pipeline *pipeline, const char *name)
{
	return path_join(str_text(pipeline->settings.output), name);
}

static bool is_break(char c)
{
	return c == '\n' || c == '\t';
}

static void word_print(Text *out, Str word)
{
	for (const char *p = str_text(word); *p; p++)
		text_char(out, is_break(*p) ? ' ' : *p);
}

/* What was said after the facts were there is said again when the outputs are reused. */
static void messages_print(const Diags *diags, uint32_t first, Text *out)
{
	for (uint32_t i = first; i < diags->items.len; i++) {
		const Diag *diag = &diags->items.items[i];
		text_printf(out, "!%d %u %u ", (int)diag->level, diag->line, diag->column);
		word_print(out, diag->file);
		text_char(out, '\t');
		word_print(out, diag->message);
		text_char(out, '\n');
	}
}

static bool message_parse(const char *line, size_t length, Diags *diags)
{
	unsigned level, number, column;
	int used = 0;
	const char *tab = memchr(line, '\t', length);

	if (!tab || sscanf(line, "!%u %u %u%n", &level, &number, &column, &used) != 3 || !used || level > DIAG_ERROR
		|| line[used] != ' ')
		return false;
	const char *name = line + used + 1; /* none: the message is about no file */
	Str file = str_intern_n(name, (size_t)(tab - name));
	diag_add(diags, (DiagLevel)level, file, number, column, "%.*s", (int)(line + length - tab - 1), tab + 1);
	return true;
}

/* Lines: the header, "counts" of nodes by kind and edges, "root PATH", "=HASH NAME" an output, "!…" a message, "@…" what
   is known of a file's contents. */
static void state_print(Pipeline *pipeline, Text *out)
{
	GraphCounts counts = pipeline->is_digest ? pipeline->counts : graph_counts(&pipeline->graph);

	text_printf(out, "%s%016" PRIx64 "\ncounts", header, state_key(pipeline));
	for (uint32_t kind = 0; kind < NODE_KINDS; kind++)
		text_printf(out, " %u", counts.nodes[kind]);
	text_printf(out, " %u\nroot %s\n", counts.edges, str_text(pipeline->graph.root));
	for (uint32_t i = 0; i < pipeline->outputs.len; i++) {
		Str name = pipeline->outputs.items[i];
		text_printf(out, "=%016" PRIx64 " %s\n", contents_hash(&pipeline->contents, path_of(pipeline, str_text(name))),
			str_text(name));
	}
	messages_print(&pipeline->diags, pipeline->plan_messages, out);
	contents_print(&pipeline->contents, out);
}

/* Findings without their nodes, each with the last step of its witness, and coverage, which is that of GRAPH. */
static void digest_make(const Graph *graph, Graph *digest)
{
	*digest = (Graph){ .project = graph->project, .root = graph->root, .coverage = graph->coverage };
	for (uint32_t i = 0; i < graph->findings.len; i++) {
		const Finding *finding = &graph->findings.items[i];
		Finding *copy = vec_add(&digest->findings);
		Step last = { .site = finding_site(graph, finding) };
		if (finding->witness.len)
			last = *vec_last(&finding->witness);
		*copy = *finding;
		memset(&copy->parts, 0, sizeof copy->parts);
		copy->nodes = (NodeIds){0};
		copy->witness = (Steps){0};
		if (!str_empty(last.site.file))
			vec_push(&copy->witness, last);
	}
}

static void digest_release(Graph *digest)
{
	for (uint32_t i = 0; i < digest->findings.len; i++)
		vec_release(&digest->findings.items[i].witness);
	vec_release(&digest->findings);
}

static bool digest_write(const Pipeline *pipeline)
{
	Graph digest;
	Text content = {0};

	digest_make(&pipeline->graph, &digest);
	graph_json_print(&digest, &content);
	bool done = file_keep(path_of(pipeline, digest_name), &content);
	digest_release(&digest);
	text_release(&content);
	return done;
}

/* The name of a picture in the LENGTH bytes of an output's line; empty when it is something else. */
static Str picture_parse(const char *line, size_t length)
{
	static const char folder[] = " diagrams/";
	const char *name = *line == '=' ? memmem(line, length, folder, strlen(folder)) : NULL;
	size_t rest = name ? (size_t)(line + length - name) - strlen(folder) : 0;

	if (!rest || name[strlen(folder)] == '.' || memchr(name + strlen(folder), '/', rest))
		return (Str){0};
	return str_intern_n(name + 1, rest + strlen(folder) - 1);
}

void state_remove(const Pipeline *pipeline, StrList *pictures)
{
	Str path = path_of(pipeline, "state");
	Text content = {0};

	file_read(str_text(path), &content);
	for (const char *line = text_data(&content); *line; line += *line == '\n') {
		size_t length = strcspn(line, "\n");
		Str picture = picture_parse(line, length);
		if (!str_empty(picture))
			vec_push(pictures, picture);
		line += length;
	}
	text_release(&content);
	unlink(str_text(path));
}

static bool state_keep(Pipeline *pipeline)
{
	Text content = {0};

	state_print(pipeline, &content);
	bool done = file_keep(path_of(pipeline, "state"), &content);
	text_release(&content);
	return done;
}

bool state_write(Pipeline *pipeline)
{
	vec_push(&pipeline->outputs, str_intern(digest_name));
	bool done = digest_write(pipeline) && state_keep(pipeline);
	if (!done)
		diag_add(&pipeline->diags, DIAG_ERROR, pipeline->settings.output, 0, 0, "the state cannot be written: %s",
			strerror(errno));
	return done;
}

static bool graph_read(Pipeline *pipeline, const char *name, Graph *graph, Diags *diags)
{
	Text content = {0};
	Str path = path_of(pipeline, name);
	bool done = file_read(str_text(path), &content);

	if (done)
		done = graph_json_parse(text_data(&content), content.len, path, graph, diags);
	else
		diag_add(diags, DIAG_ERROR, path, 0, 0, "cannot be read: %s", strerror(errno));
	text_release(&content);
	return done;
}

bool state_load_graph(Pipeline *pipeline)
{
	Graph graph = {0};

	if (!pipeline->is_digest)
		return true;
	if (!graph_read(pipeline, "graph.json", &graph, &pipeline->diags))
		return false;
	graph.root = pipeline->graph.root;
	graph_release(&pipeline->graph);
	pipeline->graph = graph;
	pipeline->is_digest = false;
	return true;
}

static bool output_parse(Pipeline *pipeline, const char *line, size_t length)
{
	uint64_t hash;
	int used = 0;

	if (sscanf(line, "=%16" SCNx64 " %n", &hash, &used) != 1 || (size_t)used >= length)
		return false;
	Str name = str_intern_n(line + used, length - (size_t)used);
	vec_push(&pipeline->outputs, name);
	return hash && contents_hash(&pipeline->contents, path_of(pipeline, str_text(name))) == hash;
}

static bool counts_parse(const char *line, GraphCounts *counts)
{
	int used = 0;

	for (uint32_t kind = 0; kind < NODE_KINDS; kind++, line += used)
		if (sscanf(line, " %" SCNu32 "%n", &counts->nodes[kind], &used) != 1)
			return false;
	return sscanf(line, " %" SCNu32, &counts->edges) == 1;
}

static bool line_parse(Pipeline *pipeline, const char *line, size_t length, Diags *messages)
{
	static const char counts[] = "counts", root[] = "root ";

	if (*line == '@')
		return true;
	if (*line == '!')
		return message_parse(line, length, messages);
	if (*line == '=')
		return output_parse(pipeline, line, length);
	if (!strncmp(line, root, strlen(root))) {
		pipeline->graph.root = str_intern_n(line + strlen(root), length - strlen(root));
		return true;
	}
	return !strncmp(line, counts, strlen(counts)) && counts_parse(line + strlen(counts), &pipeline->counts);
}

/* What the lines from LINE on say; false when an output is not as it was written. */
static bool state_restore(Pipeline *pipeline, const char *line)
{
	Diags messages = {0};
	bool done = true;

	while (*line && done) {
		size_t length = strcspn(line, "\n");
		done = line_parse(pipeline, line, length, &messages);
		line += length + (line[length] == '\n');
	}
	for (uint32_t i = 0; i < messages.items.len && done; i++) {
		const Diag *diag = &messages.items.items[i];
		diag_add(&pipeline->diags, diag->level, diag->file, diag->line, diag->column, "%s", str_text(diag->message));
	}
	diags_release(&messages);
	return done;
}

/* False when TEXT is no state, or one that a run was killed while it was written. */
static bool contents_read(Pipeline *pipeline, const char *text)
{
	if (strncmp(text, header, strlen(header)) != 0)
		return false;
	for (const char *line = text; *line; line += *line == '\n') {
		size_t length = strcspn(line, "\n");
		if (*line == '@' && !contents_parse(&pipeline->contents, line, length))
			return false;
		line += length;
	}
	return true;
}

bool state_reuse(Pipeline *pipeline)
{
	Text content = {0};
	Diags ignored = {0};
	uint64_t key = 0;
	int used = 0;

	pipeline->plan_messages = pipeline->diags.items.len;
	if (pipeline->settings.dumps || pipeline->settings.stop_after >= 0)
		return false;
	bool same = file_read(str_text(path_of(pipeline, "state")), &content)
		&& contents_read(pipeline, text_data(&content))
		&& sscanf(content.data + strlen(header), "%16" SCNx64 "\n%n", &key, &used) == 1 && used
		&& key == state_key(pipeline) && graph_read(pipeline, digest_name, &pipeline->graph, &ignored)
		&& state_restore(pipeline, content.data + strlen(header) + used);
	if (!same) {
		graph_release(&pipeline->graph);
		vec_clear(&pipeline->outputs);
	}
	pipeline->is_digest = same;
	if (same && pipeline->contents.changed)
		state_keep(pipeline);
	diags_release(&ignored);
	text_release(&content);
	return same;
}
