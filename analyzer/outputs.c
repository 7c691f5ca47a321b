/*
 * The files of the output folder. All are written to a folder of their own first; when all are whole, one after the
 * other takes the place of the one before it. So a run that is killed leaves those of the last one, but for the moment
 * in which names change. The state (state.h), which says that all of them belong together, is removed before and
 * written after.
 */
#include "outputs.h"

#include "plan/path.h"
#include "render/diagram.h"
#include "render/database.h"
#include "render/history.h"
#include "rules/rule.h"
#include "state.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MODEL_PICTURES = 20 };

static const struct { const char *renderer, *file; bool all; } reports[] = {
	{ "json", "graph.json", true },
	{ "markdown", "report.md", true },
	{ "html", "report.html", true },
	{ "sarif", "findings.sarif", false },
};

bool output_lock(Str folder, int *lock, Diags *diags)
{
	if (!dir_make(str_text(folder))) {
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "output folder cannot be made: %s", strerror(errno));
		return false;
	}
	*lock = open(str_text(path_join(str_text(folder), ".lock")), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (*lock >= 0 && !flock(*lock, LOCK_EX | LOCK_NB))
		return true;
	bool busy = *lock >= 0 && errno == EWOULDBLOCK;
	if (busy)
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "another featdep is at work in this folder");
	else
		diag_add(diags, DIAG_ERROR, folder, 0, 0, "output folder cannot be written: %s", strerror(errno));
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

static void report_print(const Graph *graph, const char *name, bool all, Str link, const History *history, Text *out)
{
	RenderOptions options = { .all = all, .rules = rule_texts(), .rule_count = rules_count, .history = history,
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
	report_print(graph, name, all, (Str){0}, NULL, out);
}

enum { SHOWN_RUNS = 365 };

static const char staging[] = ".new";

static Str output_path(const Pipeline *pipeline, Str name)
{
	return path_join(str_text(pipeline->settings.output), str_text(name));
}

static Str staged_path(const Pipeline *pipeline, Str name)
{
	return output_path(pipeline, str_format("%s/%s", staging, str_text(name)));
}

/* Until outputs_publish, unless the file has this CONTENT already. */
static bool output_keep(Pipeline *pipeline, Str name, const Text *content)
{
	Str path = output_path(pipeline, name), staged = staged_path(pipeline, name);

	vec_push(&pipeline->outputs, name);
	if (file_has(path, content) || file_keep(staged, content))
		return true;
	diag_add(&pipeline->diags, DIAG_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
	return false;
}

/* Half databases. */
static void temporaries_remove(const Pipeline *pipeline)
{
	DIR *folder = opendir(str_text(pipeline->settings.output));

	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		size_t length = strlen(entry->d_name);
		if (!strncmp(entry->d_name, "featdep.db.", 11) && length > 15 && !strcmp(entry->d_name + length - 4, ".tmp"))
			unlink(str_text(output_path(pipeline, str_intern(entry->d_name))));
	}
	if (folder)
		closedir(folder);
}

static void staging_remove(const Pipeline *pipeline)
{
	Str folder = output_path(pipeline, str_intern(staging));
	char *const roots[] = { (char *)(uintptr_t)str_text(folder), NULL };
	FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);

	for (FTSENT *entry; walk && (entry = fts_read(walk));)
		if (entry->fts_info != FTS_D && entry->fts_info != FTS_NS)
			remove(entry->fts_accpath);
	if (walk)
		fts_close(walk);
}

void outputs_clean(const Pipeline *pipeline)
{
	staging_remove(pipeline);
	temporaries_remove(pipeline);
}

static bool outputs_publish(Pipeline *pipeline)
{
	bool done = true;

	for (uint32_t i = 0; i < pipeline->outputs.len && done; i++) {
		Str path = output_path(pipeline, pipeline->outputs.items[i]);
		Str staged = staged_path(pipeline, pipeline->outputs.items[i]);
		if (!path_is_file(str_text(staged)))
			continue;
		done = dir_make(str_text(path_parent(str_text(path)))) && !rename(str_text(staged), str_text(path));
		if (!done)
			diag_add(&pipeline->diags, DIAG_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
	}
	return done;
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

/* Of models that are gone, or when there are to be none. */
static void old_pictures_remove(const Pipeline *pipeline, const StrList *pictures)
{
	for (uint32_t i = 0; i < pictures->len; i++)
		if (!str_list_has(&pipeline->outputs, pictures->items[i]))
			unlink(str_text(output_path(pipeline, pictures->items[i])));
}

/* The runs that are kept and this one; false when none are kept. What is wrong with the file is told when this run is
   added to it. */
static bool runs_so_far(const Pipeline *pipeline, History *history)
{
	const char *path = str_text(pipeline->settings.history);
	Diags diags = {0};

	bool kept = *path && path_is_file(path) && history_read(path, SHOWN_RUNS, history, &diags);
	if (kept)
		history_add(history, &pipeline->graph);
	diags_release(&diags);
	return kept;
}

bool outputs_write(Pipeline *pipeline)
{
	Text content = {0};
	StrList pictures = {0};
	History history = {0};
	bool done = true, kept = runs_so_far(pipeline, &history);

	for (size_t i = 0; i < sizeof reports / sizeof *reports && done; i++) {
		text_clear(&content);
		progress_phase(&pipeline->progress, reports[i].file);
		report_print(&pipeline->graph, reports[i].renderer, reports[i].all, pipeline->settings.link,
		             kept ? &history : NULL, &content);
		done = output_keep(pipeline, str_intern(reports[i].file), &content);
	}
	progress_phase(&pipeline->progress, "pictures");
	done = done && (pipeline->settings.no_pictures || pictures_write(pipeline));
	progress_phase(&pipeline->progress, "featdep.db");
	state_remove(pipeline, &pictures);
	done = done && database_write(str_text(path_join(str_text(pipeline->settings.output), "featdep.db")), &pipeline->graph,
		&pipeline->diags);
	done = done && outputs_publish(pipeline);
	if (done)
		old_pictures_remove(pipeline, &pictures);
	vec_release(&pictures);
	staging_remove(pipeline);
	vec_push(&pipeline->outputs, str_intern("featdep.db"));
	text_release(&content);
	history_release(&history);
	progress_phase(&pipeline->progress, "state");
	return done && state_write(pipeline);
}
