/*
 * Contents decide, not time stamps (inputs.h). ninja goes by time stamps: so a batch of which a unit has to be
 * extracted gets a new one here, and ninja runs its action whatever the stamps of the sources say; the action looks at
 * contents again, for each of its units, and restat tells ninja what it did not write. A batch file that is the same as
 * before and has nothing to do is left alone.
 */
#include "plan/ninja.h"

#include "plan/inputs.h"
#include "plan/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>

enum { BATCH_MAX = 16 };

static bool write_changed(Str path, const Text *content, Diags *diags)
{
	if (file_keep(path, content))
		return true;
	diag_add(diags, DIAG_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
	return false;
}

/* Relative to the output folder; variants of one file are numbered. */
static Str facts_name(const Plan *plan, uint32_t index)
{
	const PlanUnit *unit = &plan->units.items[index];
	const char *name = path_relative(str_text(unit->file), str_text(plan->root));
	uint32_t earlier = 0;

	while (earlier < index && str_equal(plan->units.items[index - earlier - 1].file, unit->file))
		earlier++;
	Str base = name[0] == '/' ? str_format("facts/outside%s", name) : str_format("facts/%s", name);
	return earlier ? str_format("%s@%u.facts", str_text(base), earlier + 1) : str_format("%s.facts", str_text(base));
}

static void path_put(Text *out, const char *path)
{
	for (; *path; path++) {
		if (*path == '$' || *path == ' ' || *path == ':')
			text_char(out, '$');
		text_char(out, *path);
	}
}

/* A word of the command: quoted for the shell, then for ninja. */
static void word_put(Text *out, Str word)
{
	for (const char *p = str_text(shell_quote(str_text(word))); *p; p++) {
		if (*p == '$')
			text_char(out, '$');
		text_char(out, *p);
	}
}

static void build_put(const Batch *batch, const Plan *plan, Str file, Text *out)
{
	const char *first = path_relative(str_text(batch->units.items[0].unit.file), str_text(plan->root));

	text_put(out, "\nbuild");
	for (uint32_t i = 0; i < batch->units.len; i++) {
		text_char(out, ' ');
		path_put(out, str_text(batch->units.items[i].facts));
	}
	text_put(out, ": extract ");
	path_put(out, str_text(file));
	text_put(out, "\n  depfile = ");
	path_put(out, str_text(batch->depfile));
	text_put(out, "\n  units = ");
	path_put(out, first);
	if (batch->units.len > 1)
		text_printf(out, " and %u more", batch->units.len - 1);
	text_char(out, '\n');
}

static uint32_t batch_size(const Plan *plan, const NinjaOptions *options)
{
	uint32_t size = options->batch ? options->batch : plan->units.len / (options->jobs * 4);

	if (!options->batch && size > BATCH_MAX)
		size = BATCH_MAX;
	return size ? size : 1;
}

typedef struct {
	const Plan *plan;
	const NinjaOptions *options;
	Text ninja;
	StrList *facts;
	FileHashes hashes;
	bool current;
	Diags *diags;
} Writer;

static bool batch_is_current(Writer *writer, const Batch *batch)
{
	const char *output = str_text(writer->options->output);
	bool current = true;

	for (uint32_t i = 0; i < batch->units.len && current; i++) {
		const BatchUnit *unit = &batch->units.items[i];
		current = inputs_unchanged(path_join(output, str_text(unit->facts)), inputs_key(batch, unit), &writer->hashes);
	}
	return current;
}

static bool batch_write(Writer *writer, uint32_t first, uint32_t count, uint32_t number)
{
	const Plan *plan = writer->plan;
	const NinjaOptions *options = writer->options;
	Batch batch = { .tool = options->tool_id, .root = plan->root, .timeout = options->timeout };
	Str file = str_format("batches/%u.json", number), path = path_join(str_text(options->output), str_text(file));
	Text content = {0};

	batch.depfile = str_format("batches/%u.d", number);
	for (uint32_t i = first; i < first + count; i++) {
		BatchUnit unit = { .unit = plan->units.items[i], .facts = facts_name(plan, i) };
		vec_push(&batch.units, unit);
		vec_push(writer->facts, path_join(str_text(options->output), str_text(unit.facts)));
	}
	batch_print(&batch, &content);
	build_put(&batch, plan, file, &writer->ninja);
	bool done = write_changed(path, &content, writer->diags);
	if (!batch_is_current(writer, &batch)) {
		writer->current = false;
		utimensat(AT_FDCWD, str_text(path), NULL, 0);
	}
	text_release(&content);
	vec_release(&batch.units);
	return done;
}

static bool names_are_plain(const Plan *plan, Diags *diags)
{
	for (uint32_t i = 0; i < plan->units.len; i++) {
		if (!strchr(str_text(plan->units.items[i].file), '\n'))
			continue;
		diag_add(diags, DIAG_ERROR, plan->database, 0, 0, "a file name has a line break in it: \"%s\"",
			str_text(plan->units.items[i].file));
		return false;
	}
	return true;
}

bool ninja_write(const Plan *plan, const NinjaOptions *options, StrList *facts, bool *current, Diags *diags)
{
	Writer writer = { .plan = plan, .options = options, .facts = facts, .current = true, .diags = diags };
	Text *ninja = &writer.ninja;
	uint32_t size = batch_size(plan, options), number = 0;
	bool done = names_are_plain(plan, diags);

	text_put(ninja, "# Written by featdep. Run it with ninja, or run its actions elsewhere and give the facts to\n"
		"# `featdep audit --facts`.\n"
		"ninja_required_version = 1.10\n\nrule extract\n  command = ");
	word_put(ninja, options->tool);
	text_put(ninja, " extract --batch $in\n  deps = gcc\n  restat = 1\n  description = extract $units\n");
	for (uint32_t i = 0; i < plan->units.len && done; i += size) {
		uint32_t count = plan->units.len - i < size ? plan->units.len - i : size;
		done = batch_write(&writer, i, count, number++);
	}
	done = done && write_changed(path_join(str_text(options->output), "build.ninja"), ninja, diags);
	*current = writer.current;
	text_release(ninja);
	file_hashes_release(&writer.hashes);
	return done;
}

_Noreturn static void ninja_exec(const NinjaOptions *options, int output)
{
	Str jobs = str_format("-j%u", options->jobs);
	const char *args[] = { "ninja", "-C", str_text(options->output), "-k", "0", str_text(jobs), NULL };

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	dup2(output, STDOUT_FILENO);
	setenv("NINJA_STATUS", "[%f/%t] ", true);
	execvp("ninja", (char *const *)(uintptr_t)args);
	_exit(127);
}

/* Tells of the line "[DONE/ALL] …", which ninja prints when an action has ended. */
static void line_tell(const NinjaOptions *options, const char *line)
{
	unsigned done, all;

	if (options->finished && sscanf(line, "[%u/%u] ", &done, &all) == 2)
		options->finished(options->context, done, all);
}

/* All that ninja says, until it ends. */
static void output_read(const NinjaOptions *options, int pipe, Text *log)
{
	char buffer[4096];
	size_t line = 0;
	ssize_t length;

	while ((length = read(pipe, buffer, sizeof buffer)) > 0 || (length < 0 && errno == EINTR)) {
		text_put_n(log, buffer, length > 0 ? (size_t)length : 0);
		for (const char *end; log->len && (end = strchr(log->data + line, '\n')); line = (size_t)(end - log->data) + 1)
			line_tell(options, log->data + line);
	}
}

/* The exit code; 127 when ninja cannot be started, -1 when it died. */
static int ninja_wait(const NinjaOptions *options, Text *log)
{
	int ends[2], status = 0;

	if (pipe2(ends, O_CLOEXEC))
		BUG("no descriptors left: %s", strerror(errno));
	fflush(NULL);
	pid_t pid = fork();
	if (pid == 0)
		ninja_exec(options, ends[1]);
	close(ends[1]);
	output_read(options, ends[0], log);
	close(ends[0]);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return pid > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool ninja_run(const NinjaOptions *options, Text *log, Diags *diags)
{
	int code = ninja_wait(options, log);

	if (code == 127)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "\"ninja\" cannot be started, install ninja-build");
	else if (code)
		diag_add(diags, DIAG_ERROR, (Str){0}, 0, 0, "extracting failed: ninja stopped in \"%s\"", str_text(options->output));
	return !code;
}
