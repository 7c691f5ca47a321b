/*
 * featdep check: an audit against the results of an earlier one. Only what is new fails. Results of clean git commits
 * are kept in the output folder, so that a later check can name one of them by its revision.
 */
#include "commands/run.h"

#include "baseline.h"
#include "commands/git.h"
#include "plan/path.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const Option options[] = {
	INPUT_OPTIONS,
	{ "baseline", "FILE", "results of an earlier run: graph.json, featdep.db, findings.sarif, or an output folder" },
	{ "baseline-git", "REV", "results that an earlier check of this commit left in the output folder" },
	{ "write-baseline", "FILE", "keep this run's results as a later baseline" },
	{ "rename", "OLD=NEW", "file OLD of the baseline is NEW now; OLD/=NEW/ for folders; several times" },
	{ "renames", "FILE", "the same, a pair a line; also what `git diff --name-status -M` prints" },
	{ "fail-on", "LEVEL", "new findings that make the exit code 1: note, warning (default), error, never" },
	{ "graph", "FILE", "check this graph.json instead of analysing" },
	RESULT_OPTIONS,
	{ NULL, NULL, NULL }
};

static const char *const own[] = { "baseline", "baseline-git", "write-baseline", "rename", "renames", "graph", NULL };
enum { KEPT_REVISIONS = 20 };

static const char *output_folder(const Args *args)
{
	return args_value(args, "o", "featdep-out");
}

static Str revision_file(const Args *args, Str commit)
{
	return str_format("%s/revisions/%s.json", output_folder(args), str_text(commit));
}

/* Gives PROJECT the renames of a file's text; false after a message. */
static bool renames_give(FdProject *project, bool parsed, Renames *renames, Diags *diags)
{
	for (uint32_t i = 0; i < renames->len; i++)
		fd_rename(project, str_text(renames->items[i].from), str_text(renames->items[i].to));
	diags_print(diags);
	diags_release(diags);
	vec_release(renames);
	return parsed;
}

static bool rename_option(FdProject *project, const char *value)
{
	const char *equals = strchr(value, '=');

	if (!equals || equals == value || !equals[1]) {
		fail("option \"--rename\" needs OLD=NEW, not \"%s\"", value);
		return false;
	}
	fd_rename(project, str_text(str_intern_n(value, (size_t)(equals - value))), equals + 1);
	return true;
}

/* What git sees renamed since REVISION, relative to ROOT. */
static void renames_of_git(FdProject *project, const char *root, const char *revision)
{
	const char *const args[] = {
		"diff", "--no-ext-diff", "--relative", "--name-status", "-M", "--diff-filter=R", revision, "--", ".", NULL
	};
	Renames renames = {0};
	Diags diags = {0};
	Text out = {0};

	if (git_ask(root, args, &out))
		renames_give(project, renames_parse(text_data(&out), (Str){0}, &renames, &diags), &renames, &diags);
	text_release(&out);
}

static bool renames_collect(FdProject *project, const Args *args)
{
	bool done = true;

	for (uint32_t i = 0; i < args->given.len && done; i++) {
		const Given *given = &args->given.items[i];
		Renames renames = {0};
		Diags diags = {0};
		if (!strcmp(given->option->name, "rename"))
			done = rename_option(project, given->value);
		else if (!strcmp(given->option->name, "renames"))
			done = renames_give(project, renames_read(given->value, &renames, &diags), &renames, &diags);
	}
	return done;
}

/* The file to compare with, "" for none; false after a message. */
static bool baseline_find(const Args *args, Str *path)
{
	const char *revision = args_value(args, "baseline-git", NULL);

	*path = str_intern(args_value(args, "baseline", NULL));
	if (!revision)
		return true;
	if (!str_empty(*path)) {
		fail("options \"--baseline\" and \"--baseline-git\" exclude each other");
		return false;
	}
	Str commit = git_commit(".", revision);
	if (str_empty(commit)) {
		fail("\"%s\" names no commit of a git repository here", revision);
		return false;
	}
	*path = revision_file(args, commit);
	if (path_is_file(str_text(*path)))
		return true;
	fail("there are no results of \"%s\" (%.12s) in \"%s/revisions\": run `featdep check` on that commit with the same "
		"output folder, or keep its graph.json and use --baseline", revision, str_text(commit), output_folder(args));
	return false;
}

static bool compare(FdProject *project, const Args *args, Str path)
{
	const char *revision = args_value(args, "baseline-git", NULL);

	if (str_empty(path))
		return true;
	if (revision)
		renames_of_git(project, args_value(args, "root", "."), revision);
	size_t before = fd_message_count(project);
	bool done = renames_collect(project, args) && fd_compare(project, str_text(path));
	for (size_t i = before; i < fd_message_count(project); i++)
		fputs(fd_message(project, i).text, stderr);
	return done;
}

static int entry_order(const FTSENT **a, const FTSENT **b)
{
	int64_t x = (*a)->fts_statp->st_mtime, y = (*b)->fts_statp->st_mtime;

	return x != y ? (x > y ? -1 : 1) : strcmp((*a)->fts_name, (*b)->fts_name);
}

/* Removes all but the newest results of commits. */
static void revisions_trim(const Args *args)
{
	Str folder = str_format("%s/revisions", output_folder(args));
	char *const roots[] = { (char *)(uintptr_t)str_text(folder), NULL };
	FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, entry_order);
	uint32_t seen = 0;

	for (FTSENT *entry; walk && (entry = fts_read(walk));)
		if (entry->fts_info == FTS_F && entry->fts_level == 1 && ++seen > KEPT_REVISIONS)
			unlink(entry->fts_path);
	if (walk)
		fts_close(walk);
}

/* Writes the graph to PATH; false after a message. */
static bool graph_keep(FdProject *project, const char *path)
{
	Str folder = path_parent(str_text(path_join(str_text(path_current()), path)));

	if (dir_make(str_text(folder)) && fd_render(project, NULL, NULL, "json", path))
		return true;
	fail("\"%s\" cannot be written: %s", path, strerror(errno));
	return false;
}

/* Results of a run that is not complete would make tomorrow's findings look new. */
static bool results_keep(FdProject *project, const Args *args)
{
	const char *baseline = args_value(args, "write-baseline", NULL), *root = args_value(args, "root", ".");
	Str commit = args_has(args, "graph") ? (Str){0} : git_commit(root, "HEAD");

	if (fd_coverage(project).units_failed) {
		if (baseline)
			fprintf(stderr, "featdep: warning: \"%s\" is not written: some units could not be analysed\n", baseline);
		return true;
	}
	if (!str_empty(commit) && git_is_clean(root)) {
		if (!graph_keep(project, str_text(revision_file(args, commit))))
			return false;
		revisions_trim(args);
	}
	return !baseline || graph_keep(project, baseline);
}

/* The assertions of the manifest, which have to hold every night; false after a message when they cannot be read. */
static bool assertions_check(FdProject *project, const Args *args, size_t *untrue)
{
	const char *text = fd_assert(project, false, untrue);

	if (!text)
		fail("%s", fd_error(project));
	return text && (!*text || (args_has(args, "quiet") && !*untrue) || print(text) == EXIT_OK);
}

static int judge(FdProject *project, const Args *args, Str baseline, int threshold)
{
	size_t untrue = 0;

	if (!compare(project, args, baseline))
		return EXIT_ERROR;
	int status = args_has(args, "quiet") ? EXIT_OK : print(fd_summary(project, stdout_color(), stdout_width()));
	if (status != EXIT_OK || !assertions_check(project, args, &untrue) || !extras_write(project, args) ||
	    !results_keep(project, args))
		return EXIT_ERROR;
	if (fd_coverage(project).units_failed)
		return EXIT_INCOMPLETE;
	return untrue || has_findings(project, threshold) ? EXIT_FINDINGS : EXIT_OK;
}

static int run(const Args *args)
{
	int threshold = threshold_parse(args), status = EXIT_ERROR;
	const char *graph = args_value(args, "graph", NULL);
	Str baseline = {0};

	if (threshold < 0 || !baseline_find(args, &baseline))
		return EXIT_ERROR;
	FdProject *project = fd_open(NULL, NULL);
	if (settings_give(project, args, own)) {
		bool done = graph ? fd_load(project, graph) : fd_run(project);
		messages_print(project);
		if (done)
			status = judge(project, args, baseline, threshold);
	}
	fd_close(project);
	return status;
}

const Command command_check = {
	.name = "check",
	.operands = "[FILE.c… [-- CFLAG…]]",
	.summary = "for CI: an audit that fails only on what is new since an earlier one",
	.details = "New, fixed and remaining findings against the baseline; without one, all findings are new.\n"
		"A finding is the same when its fingerprint is, which holds no line numbers and no file names.\n"
		"Assertions of the manifest must hold as well. Exit codes: 2 error; 3 some units could not be\n"
		"analysed; 1 new findings at or above --fail-on, or an untrue assertion; 0 none of it.\n"
		FORMATS_HELP,
	.options = options,
	.max_operands = UINT32_MAX,
	.takes_rest = true,
	.run = run,
};
