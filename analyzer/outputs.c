/*
 * The file "state" in the output folder keeps a key of all that the outputs were made from and the list of them. When
 * the key is the same and the files are there, nothing after the facts needs to run. Facts are represented by their
 * lists of inputs, which change exactly when a unit was extracted anew.
 */
#include "outputs.h"

#include "model/graph_json.h"
#include "plan/path.h"
#include "render/diagram.h"
#include "render/database.h"
#include "rules/rule.h"
#include "tool.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MODEL_PICTURES = 20 };

static const struct { const char *renderer, *file; bool all; } reports[] = {
	{ "json", "graph.json", true },
	{ "markdown", "report.md", true },
	{ "html", "report.html", true },
	{ "sarif", "findings.sarif", false },
};

bool output_lock(Str folder, Diags *diags)
{
	if (!dir_make(str_text(folder))) {
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "output folder cannot be made: %s", strerror(errno));
		return false;
	}
	int lock = open(str_text(path_join(str_text(folder), ".lock")), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (lock >= 0 && !flock(lock, LOCK_EX | LOCK_NB))
		return true;
	bool busy = lock >= 0 && errno == EWOULDBLOCK;
	if (busy)
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "another featdep is at work in this folder");
	else
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "output folder cannot be written: %s", strerror(errno));
	if (lock >= 0)
		close(lock);
	return false;
}

const RuleText *rule_texts(void)
{
	static RuleText *texts;

	if (!texts) {
		texts = mem_calloc(rules_count + 1, sizeof *texts);
		for (size_t i = 0; i < rules_count; i++)
			texts[i] = (RuleText){ rules_all[i]->id, rules_all[i]->section, rules_all[i]->summary, rules_all[i]->help,
				rules_all[i]->level };
	}
	return texts;
}

static void report_print(const Graph *graph, const char *name, bool all, Str link, Text *out)
{
	RenderOptions options = { .all = all, .rules = rule_texts(), .rule_count = rules_count,
		.link = str_empty(link) ? NULL : str_text(link) };
	Diags diags = {0};
	const Renderer *renderer = renderer_find(name, false, &diags);

	if (!renderer)
		BUG("no renderer \"%s\"", name);
	renderer->render(graph, &options, out, &diags);
	diags_release(&diags);
}

void output_print(const Graph *graph, const char *name, bool all, Text *out)
{
	report_print(graph, name, all, (Str){0}, out);
}

static bool output_keep(Pipeline *pipeline, Str name, const Text *content)
{
	Str path = path_join(str_text(pipeline->settings.output), str_text(name));

	vec_push(&pipeline->outputs, name);
	if (file_keep(path, content))
		return true;
	diag_add(&pipeline->diags, DIAG_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
	return false;
}

/* NAME without what a file name should not have. */
static Str file_name(const char *name)
{
	Text out = {0};

	for (; *name; name++)
		text_char(&out, strchr("/\\:*?\"<>| ", *name) || (unsigned char)*name < ' ' ? '_' : *name);
	Str result = str_intern(text_data(&out));
	text_release(&out);
	return result;
}

/* What the user says, else from the folder of the pictures to the sources, so that all can be moved together. */
static Str source_link(const Pipeline *pipeline)
{
	if (!str_empty(pipeline->settings.link))
		return pipeline->settings.link;
	const char *root = str_text(pipeline->graph.root);
	Str folder = path_join(str_text(pipeline->settings.output), "diagrams");
	Str common = path_common(str_text(folder), root);
	const char *down = str_equal(common, pipeline->graph.root) ? "" : path_relative(root, str_text(common));
	Text link = {0};

	for (const char *up = path_relative(str_text(folder), str_text(common)); up; up = strchr(up + 1, '/'))
		text_put(&link, "../");
	for (const char *c = down; *c; c++) {
		if (isalnum((unsigned char)*c) || strchr("-._~/", *c))
			text_char(&link, *c);
		else
			text_printf(&link, "%%%02X", (unsigned char)*c);
	}
	text_printf(&link, "%s{file}#L{line}", *down ? "/" : "");
	Str result = str_intern(text_data(&link));
	text_release(&link);
	return result;
}

static bool picture_write(Pipeline *pipeline, const char *view, const char *argument)
{
	DiagramOptions options = { .view = view, .argument = argument, .format = "svg",
		.link = str_text(source_link(pipeline)) };
	Text content = {0};
	Str base = argument ? str_format("%s-%s", view, str_text(file_name(argument))) : str_intern(view);
	Str name = str_format("diagrams/%s.svg", str_text(base));

	bool done = !diagram_render(&pipeline->graph, &options, &content, &pipeline->diags)
		|| output_keep(pipeline, name, &content);
	text_release(&content);
	return done;
}

static bool pictures_of_models(Pipeline *pipeline, const char *view)
{
	uint32_t drawn = 0;
	bool done = true;

	for (uint32_t i = 0; i < pipeline->graph.nodes.len && done && drawn < MODEL_PICTURES; i++) {
		if (pipeline->graph.nodes.items[i].kind != NODE_MODEL)
			continue;
		done = picture_write(pipeline, view, str_text(pipeline->graph.nodes.items[i].name));
		drawn++;
	}
	return done;
}

static bool pictures_write(Pipeline *pipeline)
{
	bool done = true;

	for (const ViewKind *view = view_kinds; view->name && done; view++) {
		if (!view->argument)
			done = picture_write(pipeline, view->name, NULL);
		else if (!strcmp(view->argument, "MODEL"))
			done = pictures_of_models(pipeline, view->name);
	}
	return done;
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

static uint64_t hash_stat(uint64_t seed, const char *path)
{
	struct stat info = {0};

	stat(path, &info);
	seed = hash_u64(seed, (uint64_t)info.st_size);
	seed = hash_u64(seed, (uint64_t)info.st_mtim.tv_sec);
	return hash_u64(seed, (uint64_t)info.st_mtim.tv_nsec);
}

/* Suppressions end on a day. */
static uint64_t day(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return (epoch ? strtoull(epoch, NULL, 10) : (uint64_t)time(NULL)) / (24 * 60 * 60);
}

static uint64_t state_key(const Pipeline *pipeline)
{
	Str manifest = pipeline_manifest(pipeline);
	uint64_t key = hash_bytes(day(), str_text(pipeline->ninja.tool_id), str_length(pipeline->ninja.tool_id));

	key = hash_bytes(key, str_text(manifest), str_length(manifest));
	key = hash_file(key, str_text(manifest));
	key = hash_bytes(key, str_text(pipeline->settings.link), str_length(pipeline->settings.link));
	key = hash_folder(key, tool_data("packs"));
	for (uint32_t i = 0; i < pipeline->facts.len; i++) {
		const char *facts = str_text(pipeline->facts.items[i]);
		key = hash_bytes(key, facts, strlen(facts));
		key = hash_stat(key, facts);
		key = hash_stat(key, str_text(str_format("%s.inputs", facts)));
	}
	return key;
}

static Str state_path(const Pipeline *pipeline)
{
	return path_join(str_text(pipeline->settings.output), "state");
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

	if (!tab || sscanf(line, "!%u %u %u %n", &level, &number, &column, &used) != 3 || !used || level > DIAG_ERROR
		|| line + used > tab)
		return false;
	Str file = str_intern_n(line + used, (size_t)(tab - line - used));
	diag_add(diags, (DiagLevel)level, file, number, column, "%.*s", (int)(line + length - tab - 1), tab + 1);
	return true;
}

static void state_print(const Pipeline *pipeline, Text *out)
{
	text_printf(out, "featdep state 1 %016" PRIx64 "\n", state_key(pipeline));
	for (uint32_t i = 0; i < pipeline->outputs.len; i++)
		text_printf(out, "%s\n", str_text(pipeline->outputs.items[i]));
	messages_print(&pipeline->diags, pipeline->plan_messages, out);
}

bool outputs_write(Pipeline *pipeline)
{
	Text content = {0};
	bool done = true;

	unlink(str_text(state_path(pipeline)));
	for (size_t i = 0; i < sizeof reports / sizeof *reports && done; i++) {
		text_clear(&content);
		report_print(&pipeline->graph, reports[i].renderer, reports[i].all, pipeline->settings.link, &content);
		done = output_keep(pipeline, str_intern(reports[i].file), &content);
	}
	done = done && (pipeline->settings.no_pictures || pictures_write(pipeline));
	vec_push(&pipeline->outputs, str_intern("featdep.db"));
	done = done && database_write(str_text(path_join(str_text(pipeline->settings.output), "featdep.db")), &pipeline->graph,
		&pipeline->diags);
	text_clear(&content);
	state_print(pipeline, &content);
	if (done)
		done = file_keep(state_path(pipeline), &content);
	text_release(&content);
	return done;
}

/* The outputs that the state lists, and its messages; false when an output is gone. */
static bool state_restore(Pipeline *pipeline, const char *line)
{
	Diags messages = {0};
	bool done = true;

	for (; *line && done; line += *line == '\n') {
		size_t length = strcspn(line, "\n");
		if (*line == '!') {
			done = message_parse(line, length, &messages);
		} else {
			Str name = str_intern_n(line, length);
			done = path_is_file(str_text(path_join(str_text(pipeline->settings.output), str_text(name))));
			vec_push(&pipeline->outputs, name);
		}
		line += length;
	}
	for (uint32_t i = 0; i < messages.items.len && done; i++) {
		const Diag *diag = &messages.items.items[i];
		diag_add(&pipeline->diags, diag->level, diag->file, diag->line, diag->column, "%s", str_text(diag->message));
	}
	if (!done)
		vec_clear(&pipeline->outputs);
	diags_release(&messages);
	return done;
}

static bool graph_load(Pipeline *pipeline)
{
	Text content = {0};
	Diags ignored = {0};
	Str path = path_join(str_text(pipeline->settings.output), "graph.json");

	bool done = file_read(str_text(path), &content)
		&& graph_json_parse(text_data(&content), content.len, path, &pipeline->graph, &ignored);
	pipeline->graph.root = pipeline->plan.root;
	diags_release(&ignored);
	text_release(&content);
	return done;
}

bool outputs_reuse(Pipeline *pipeline)
{
	Text content = {0};
	uint64_t key = 0;
	int used = 0;

	pipeline->plan_messages = pipeline->diags.items.len;
	if (pipeline->settings.dumps || pipeline->settings.stop_after >= 0)
		return false;
	bool same = file_read(str_text(state_path(pipeline)), &content)
		&& sscanf(text_data(&content), "featdep state 1 %16" SCNx64 "\n%n", &key, &used) == 1 && used
		&& key == state_key(pipeline) && graph_load(pipeline) && state_restore(pipeline, content.data + used);
	if (!same)
		graph_release(&pipeline->graph);
	text_release(&content);
	return same;
}
